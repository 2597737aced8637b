"""The rules: what factlint knows. Every public module here defines exactly one rule, named for the fault it finds."""

if __name__ != "lint.rules":  # a second copy of every rule under another name would be a second rule book
    raise ImportError(f"the rules are imported as lint.rules, not as {__name__}; install the project first")
