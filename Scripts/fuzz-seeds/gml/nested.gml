Creator "x"
graph [ directed 1
 node [ id 1 label "&#252;&uuml;" graphics [ x 1 y 2 ] ]
 node [ id 2 ]
 edge [ source 1 target 2 weight 2 weight 3 ]
]
