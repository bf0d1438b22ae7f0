"""What is said when a notebook fails."""


class NotebookError(Exception):
    """A cell of a notebook failed; the message is two lines: what, and which copy shows where."""
