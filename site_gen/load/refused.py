"""A file that cannot be used at all, as an exception."""

from site_gen.errors import Problem


class Refused(Exception):  # noqa: N818, caught inside the package and turned into a value
    """A file that cannot be used at all; carries the problem to report, and others found on the way.

    Never leaves the package.
    """

    def __init__(self, problem: Problem, others: tuple[Problem, ...] = ()) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.problems = tuple(sorted((problem, *others))) if others else (problem,)
