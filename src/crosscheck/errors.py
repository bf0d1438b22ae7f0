"""The one error that is meant for people."""


class CrosscheckError(Exception):
    """A problem in what the user gave, in one line: what, where (file and line), what to do.

    The command line prints the message without a traceback and exits with status 2.
    """
