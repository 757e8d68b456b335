// Filled by the changes that follow.
