"""The measuring commands: `python -m tests.eval [NAME …]` scores the program on public sets and hand-made gold.

The sets themselves are read from beside the repository and are no part of the project.
"""
