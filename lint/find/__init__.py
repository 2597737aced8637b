"""Finders: the words of a report in, mentions out. A finder is a function from a report to its mentions, one a file."""
