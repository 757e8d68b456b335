#!/usr/bin/env python3
"""Reads files of 10 MB that are made to need much memory, and prints what each took.

    Scripts/memory-limits.py PATH/TO/regionet [NAME...]

Every file has at most 10 MB (10,485,760 bytes) on the disk. The command may read it or refuse it (exit 2), but it may
not crash, and its resident memory never exceeds 500 MB (500,000,000 bytes), whatever the file. Exit 1 where one does.
"""
import gzip
import io
import os
import subprocess
import sys
import tempfile
import zipfile

SIZE = 10 << 20
LIMIT = 500_000_000
MOST_SECONDS = 120


def repeated(line, head=b"", tail=b""):
    """A text of SIZE bytes; `line` is bytes, or a function of the row's number."""
    if isinstance(line, bytes):
        return head + line * ((SIZE - len(head) - len(tail)) // len(line)) + tail
    parts, size, number = [head], len(head) + len(tail), 0
    while True:
        part = line(number)
        if size + len(part) > SIZE:
            return b"".join(parts) + tail
        parts.append(part)
        size += len(part)
        number += 1


def base36(number):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = digits[digit] + text
        if number == 0:
            return text.encode()


def zipped(entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in entries:
            with archive.open(name, "w", force_zip64=True) as entry:
                for piece in [content] if isinstance(content, bytes) else content:
                    entry.write(piece)
    return buffer.getvalue()


def excel(rows, shared=None):
    """A workbook with one sheet whose rows are pieces of XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entries = [
        ("[Content_Types].xml", b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        (
            "_rels/.rels",
            f'<Relationships><Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>".encode(),
        ),
        (
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{relation}"><sheets><sheet name="Partner" sheetId="1" r:id="r1"/>'
            "</sheets></workbook>".encode(),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            f'<Relationships><Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{relation}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>".encode(),
        ),
    ]
    if shared is not None:
        entries.append(("xl/sharedStrings.xml", shared))

    def sheet():
        yield f'<worksheet xmlns="{main}"><sheetData>'.encode()
        yield from rows
        yield b"</sheetData></worksheet>"

    return zipped(entries + [("xl/worksheets/sheet1.xml", sheet())])


HEADER_ROW = b'<row><c t="inlineStr"><is><t>name</t></is></c></row>'


def spreadsheet(rows):
    office = "urn:oasis:names:tc:opendocument:xmlns"

    def content():
        yield (
            f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
            f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Partner">'
            "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>name</text:p>"
            "</table:table-cell></table:table-row>"
        ).encode()
        yield from rows
        yield b"</table:table></office:spreadsheet></office:body></office:document-content>"

    return zipped([("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content())])


def yaml_bomb():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 30):
        lines.append(f"a{level}: &a{level} [" + ", ".join([f"*a{level - 1}"] * 10) + "]")
    return ("\n".join(lines) + "\n").encode()


EXTREMES = {
    # Tables
    "csv-partners-tiny.csv": lambda: repeated(b"a\n", b"name\n"),
    "csv-partners-distinct.csv": lambda: repeated(lambda i: base36(i) + b"\n", b"name\n"),
    "csv-partners-wide.csv": lambda: repeated(lambda i: base36(i) + b",1" * 40 + b"\n", b"name" + b"".join(b",x%d" % i for i in range(40)) + b"\n"),
    "csv-partners-empty-cells.csv": lambda: repeated(b"," * 99 + b"\n", b"name" + b"".join(b",x%d" % i for i in range(99)) + b"\n"),
    "csv-many-columns.csv": lambda: b"name," + b"a," * ((SIZE - 20) // 2) + b"\nx\n",
    "csv-ties-tiny.csv": lambda: repeated(b"a,b\n", b"source,target\n"),
    "csv-ties-distinct.csv": lambda: repeated(lambda i: base36(2 * i) + b"," + base36(2 * i + 1) + b"\n", b"source,target\n"),
    "csv-ties-self.csv": lambda: repeated(b"a,a\n", b"source,target\n"),
    "csv-ties-wrong-strength.csv": lambda: repeated(b"a,b,x\n", b"source,target,strength\n"),
    "csv-ties-missing.csv": lambda: repeated(b"a,\n", b"source,target\n"),
    "csv-participation.csv": lambda: repeated(lambda i: base36(i) + b",p\n", b"partner,project\n"),
    "csv-participation-distinct.csv": lambda: repeated(lambda i: base36(2 * i) + b"," + base36(2 * i + 1) + b"\n", b"partner,project\n"),
    "csv-offers.csv": lambda: repeated(b"a,b\n", b"partner,offer\n"),
    "csv-one-line.csv": lambda: b"name\n" + b"a" * (SIZE - 10),
    "csv-open-quote.csv": lambda: b'name\n"' + b"a\n" * (SIZE // 2 - 5),
    "csv-separators.csv": lambda: b"name\n" + b";" * (SIZE - 10),
    "csv-sectors.csv": lambda: repeated(lambda i: base36(i) + b"," + base36(i) + b"\n", b"name,sector\n"),
    "csv-list-cell.csv": lambda: b"name,sector\na,\"" + b"x;" * (SIZE // 2 - 20) + b"\"\n",
    "csv-similar-names.csv": lambda: repeated(lambda i: b"Verein %d e.V.\n" % i, b"name\n"),
    "csv-utf16.csv": lambda: "name\n".encode("utf-16") + ("a\n" * (SIZE // 4 - 10)).encode("utf-16-le"),
    "csv-quotes.csv": lambda: b'name\n"' + b'""' * (SIZE // 2 - 5) + b'"\n',
    "csv-long-names.csv": lambda: repeated(lambda i: b" ".join(base36(i * 977 + k * 31337) for k in range(18)) + b"\n", b"name\n"),
    "csv-latin1.csv": lambda: b"name\n" + b"\xfc\n" * (SIZE // 2 - 10),
    # Interchange
    "edgelist.txt": lambda: repeated(lambda i: b"%d %d\n" % (i % 300_000, i * 7 % 300_000)),
    "edgelist-same.txt": lambda: repeated(b"1 2\n"),
    "edgelist-loops.txt": lambda: repeated(b"1 1\n"),
    "ties.ncol": lambda: repeated(lambda i: base36(2 * i) + b" " + base36(2 * i + 1) + b"\n"),
    "ties.lgl": lambda: repeated(lambda i: b"# " + base36(2 * i) + b"\n" + base36(2 * i + 1) + b"\n"),
    "ties.sif": lambda: repeated(lambda i: base36(2 * i) + b" x " + base36(2 * i + 1) + b"\n"),
    "line.sif": lambda: b"a x" + repeated(lambda i: b" " + base36(i))[:-20],
    "nodes.graphml": lambda: repeated(lambda i: b'<node id="%s"/>' % base36(i), b"<graphml><graph>", b"</graph></graphml>"),
    "same-node.graphml": lambda: repeated(b'<node id="a"/>', b"<graphml><graph>", b"</graph></graphml>"),
    "edges.graphml": lambda: repeated(b'<edge source="a" target="b"/>', b'<graphml><graph><node id="a"/><node id="b"/>', b"</graph></graphml>"),
    "undeclared.graphml": lambda: repeated(lambda i: b'<edge source="%s" target="b"/>' % base36(i), b'<graphml><graph><node id="b"/>', b"</graph></graphml>"),
    "keys.graphml": lambda: repeated(lambda i: b'<key id="%s"/>' % base36(i), b"<graphml>", b'<graph><node id="a"/></graph></graphml>'),
    "data.graphml": lambda: repeated(b"<data key='k'>1</data>", b'<graphml><key id="k" for="node" attr.name="x"/><graph><node id="a">', b"</node></graph></graphml>"),
    "defaults.graphml": lambda: repeated(
        lambda i: b'<node id="%s"/>' % base36(i),
        b"<graphml>" + b"".join(b'<key id="k%d" for="node" attr.name="x%d"><default>1</default></key>' % (i, i) for i in range(1000)) + b"<graph>",
        b"</graph></graphml>"),
    "entities.graphml": lambda: b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><graphml>&b;</graphml>',
    "attributes.graphml": lambda: b"<graphml " + repeated(lambda i: b'a%s="" ' % base36(i))[:-300] + b"/>",
    "nodes.gexf": lambda: repeated(lambda i: b'<node id="%s"/>' % base36(i), b"<gexf><graph><nodes>", b"</nodes></graph></gexf>"),
    "edges.gexf": lambda: repeated(b'<edge source="a" target="b"/>', b'<gexf><graph><nodes><node id="a"/><node id="b"/></nodes><edges>', b"</edges></graph></gexf>"),
    "undeclared.gexf": lambda: repeated(lambda i: b'<edge source="%s" target="b"/>' % base36(i), b'<gexf><graph><nodes><node id="b"/></nodes><edges>', b"</edges></graph></gexf>"),
    "defaults.gexf": lambda: repeated(
        lambda i: b'<node id="%s"/>' % base36(i),
        b'<gexf><graph><attributes class="node">' + b"".join(b'<attribute id="k%d" title="x%d" type="string"><default>1</default></attribute>' % (i, i) for i in range(1000)) + b"</attributes><nodes>",
        b"</nodes></graph></gexf>"),
    "nodes.gml": lambda: repeated(lambda i: b"node[id %d]" % i, b"graph[", b"]"),
    "edges.gml": lambda: repeated(b"edge[source 1 target 2]", b"graph[node[id 1]node[id 2]", b"]"),
    "undeclared.gml": lambda: repeated(lambda i: b"edge[source %d target 2]" % i, b"graph[node[id 2]", b"]"),
    "attributes.gml": lambda: repeated(lambda i: b"a 1 ", b"graph[node[id 1 ", b"]]"),
    "nested.gml": lambda: b"graph" + b"[a" * (SIZE // 2 - 10),
    "header.net": lambda: b"*Vertices 10000000\n",
    "header-larger.net": lambda: b"*Vertices 999999999999\n*Edges\n1 2\n",
    "vertices.net": lambda: b"*Vertices 1000000\n" + b"".join(b"%d a\n" % (i + 1) for i in range(1_000_000)),
    "arcs.net": lambda: repeated(b"1 2\n", b"*Vertices 2\n*Arcs\n"),
    "arcslist.net": lambda: repeated(b" 2", b"*Vertices 2\n*Arcslist\n1"),
    "matrix.net": lambda: repeated((b" 1" * 2285) + b"\n", b"*Vertices 2285\n*Matrix\n"),
    "two-mode.net": lambda: b"*Vertices 10000000 5000000\n",
    "header.dl": lambda: b"dl n=100000000\nformat=edgelist1\ndata:\n1 2\n",
    "header-matrix.dl": lambda: b"dl n=100000000\nformat=fullmatrix\ndata:\n1 2\n",
    "matrix.dl": lambda: repeated((b" 1" * 2285) + b"\n", b"dl n=2285\nformat=fullmatrix\ndata:\n"),
    "matrices.dl": lambda: b"dl n=2 nm=10000000\nformat=fullmatrix\ndata:\n0 1\n1 0\n",
    "two-mode.dl": lambda: b"dl nr=10000000 nc=10000000\nformat=edgelist2\ndata:\n1 2\n",
    "embedded.dl": lambda: repeated(lambda i: base36(2 * i) + b" " + base36(2 * i + 1) + b"\n", b"dl n=900000\nformat=edgelist1\nlabels embedded\ndata:\n"),
    "nodelist.dl": lambda: repeated(b" 2", b"dl n=2\nformat=nodelist1\ndata:\n1"),
    "labels.dl": lambda: repeated(lambda i: base36(i) + b",", b"dl n=900000\nformat=edgelist1\nlabels:\n", b"\ndata:\n1 2\n"),
    "nodes.dot": lambda: repeated(lambda i: b"a" + base36(i) + b";", b"graph{", b"}"),
    "edges.dot": lambda: repeated(b"a--b;", b"graph{", b"}"),
    "chain.dot": lambda: repeated(b"a--", b"graph{", b"a}"),
    "product.dot": lambda: b"graph{{" + b"".join(b"y" + base36(i) + b";" for i in range(3000)) + b"}--{" + b"".join(b"x" + base36(i) + b";" for i in range(3000)) + b"}}",
    "subgraphs.dot": lambda: b"graph" + b"{" * (SIZE - 10),
    "attributes.dot": lambda: repeated(lambda i: b"a%s=1," % base36(i), b"graph{node[", b"]x}"),
    "defaults.dot": lambda: b"graph{node[" + b"".join(b"a%d=1," % i for i in range(2000)) + b"]" + repeated(lambda i: b"b" + base36(i) + b";")[:-40000] + b"}",
    "matrix.csv": lambda: (lambda names: b";" + b";".join(names) + b"\n" + b"".join(name + b";" + b";".join([b"1"] * 2200) + b"\n" for name in names))([b"p%d" % i for i in range(2200)]),
    "matrix-wide.csv": lambda: b";" + b";".join(base36(i) for i in range(1_500_000)) + b"\n",
    "entries.mtx": lambda: repeated(b"1 2\n", b"%%MatrixMarket matrix coordinate pattern general\n2 2 2600000\n"),
    "header.mtx": lambda: b"%%MatrixMarket matrix coordinate pattern general\n100000000 100000000 1\n1 2\n",
    "array.mtx": lambda: repeated(b"1\n", b"%%MatrixMarket matrix array real general\n2289 2289\n"),
    "header.metis": lambda: b"100000000 100000000\n2\n1\n",
    "empty-lines.metis": lambda: b"10000000 0\n" + b"\n" * 10_000_000,
    "ties.metis": lambda: b"2 2600000\n" + b"2 " * 2_600_000 + b"\n" + b"1 " * 2_600_000 + b"\n",
    # JSON
    "nodes.json": lambda: repeated(lambda i: b'{"id":%d},' % i, b'{"nodes":[', b'{"id":"x"}],"links":[]}'),
    "empty-nodes.json": lambda: repeated(b"{},", b'{"nodes":[', b'{"id":"x"}],"links":[]}'),
    "links.json": lambda: repeated(b'{"source":1,"target":2},', b'{"nodes":[{"id":1},{"id":2}],"links":[', b'{"source":2,"target":1}]}'),
    "undeclared.json": lambda: repeated(lambda i: b'{"source":%d,"target":2},' % i, b'{"nodes":[{"id":2}],"links":[', b'{"source":2,"target":2}]}'),
    "numbers.json": lambda: repeated(b"1,", b'{"nodes":[', b"1]}"),
    "strings.json": lambda: repeated(b'"",', b'{"nodes":[', b'""]}'),
    "arrays.json": lambda: repeated(b"[],", b'{"nodes":[', b"[]]}"),
    "nested.json": lambda: b'{"nodes":' + b"[" * (SIZE - 20),
    "keys.json": lambda: repeated(lambda i: b'{"%s":1},' % base36(i), b'{"nodes":[', b'{"id":"x"}],"links":[]}'),
    "wide-keys.json": lambda: repeated(lambda i: b'"%s":1,' % base36(i), b'{"nodes":[{', b'"id":"x"}],"links":[]}'),
    "elements.json": lambda: repeated(lambda i: b'{"id":"%s"},' % base36(i), b'{"elements":[', b'{"id":"x"}],"connections":[]}'),
    "elements.cyjs": lambda: repeated(lambda i: b'{"data":{"id":"%s"}},' % base36(i), b'{"elements":{"nodes":[', b'{"data":{"id":"x"}}],"edges":[]}}'),
    "flat.cyjs": lambda: repeated(lambda i: b'{"data":{"source":"a","target":"%s"}},' % base36(i), b'{"elements":[', b'{"data":{"id":"x"}}]}'),
    # Containers
    "empty-rows.xlsx": lambda: excel([HEADER_ROW, b'<row><c t="inlineStr"><is><t>A</t></is></c></row>', b"<row/>" * 1_048_000]),
    "many-rows.xlsx": lambda: excel([HEADER_ROW] + [b'<row><c><v>%d</v></c></row>' % i for i in range(1_000_000)]),
    "zip-bomb.xlsx": lambda: excel([HEADER_ROW] + [b"<row/>" * 1_000_000] * 170),
    "wide-rows.xlsx": lambda: excel([HEADER_ROW] + [b'<row><c r="XFD%d"><v>1</v></c></row>' % i for i in range(2, 60000)]),
    "wide-header.xlsx": lambda: excel([b"<row>" + b'<c t="inlineStr"><is><t>name</t></is></c>' * 16384 + b"</row>"] + [b"<row>" + b"<c><v>1</v></c>" * 16384 + b"</row>"] * 110),
    "shared-strings.xlsx": lambda: excel([HEADER_ROW, b'<row><c t="s"><v>1</v></c></row>'], b"<sst>" + b"<si><t>a</t></si>" * 1_700_000 + b"</sst>"),
    "long-string.xlsx": lambda: excel([HEADER_ROW, b'<row><c t="inlineStr"><is><t>'] + [b"a" * 1_000_000] * 900 + [b"</t></is></c></row>"]),
    "large-shared.xlsx": lambda: excel([HEADER_ROW] + [b'<row><c t="s"><v>0</v></c></row>'] * 100_000, b"<sst><si><t>" + b"a" * 30_000_000 + b"</t></si></sst>"),
    "repeated.ods": lambda: spreadsheet([b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>']),
    "repeated-rows.ods": lambda: spreadsheet([b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>']),
    "repeated-often.ods": lambda: spreadsheet([b'<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'] * 1000),
    "bomb.csv.gz": lambda: b"".join([gzip.compress(b"name\n" + b"a\n" * 500_000_000, 6)]),
    "bomb-plain.csv.gz": lambda: gzip.compress(b"name\n" + b"a" * 1_000_000_000, 6),
    "columns": yaml_bomb,
}


def measured(command, path, folder):
    run = ["prlimit", f"--cpu={MOST_SECONDS}", "--as=6000000000", command, "check", path]
    before = os.times()
    process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=folder)
    talk = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_maxrss * 1024, usage.ru_utime + usage.ru_stime, talk


def main():
    command, chosen = os.path.abspath(sys.argv[1]), sys.argv[2:]
    failures = 0
    print(f"{'file':32} {'bytes':>10} {'exit':>4} {'MB':>6} {'CPU s':>6}  first message")
    for name, content in EXTREMES.items():
        if chosen and not any(word in name for word in chosen):
            continue
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, name if name != "columns" else "columns.yaml")
            # Made in a process of its own: the memory of a process counts for those it starts.
            maker = os.fork()
            if maker == 0:
                with open(path, "wb") as file:
                    file.write(content())
                os._exit(0)
            os.waitpid(maker, 0)
            size = os.path.getsize(path)
            if name == "columns":
                path = os.path.join(folder, "partner.csv")
                with open(path, "wb") as file:
                    file.write(b"name\na\n")
            code, memory, seconds, talk = measured(command, path, folder)
        lines = talk.decode(errors="replace").splitlines()
        wrong = memory > LIMIT or code not in (0, 1, 2) or size > SIZE
        failures += wrong
        first = (lines or [""])[0][:110]
        print(f"{name:32} {size:10,} {code:4} {memory / 1e6:6.0f} {seconds:6.1f}{' !' if wrong else '  '}{len(lines):5} {first}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
