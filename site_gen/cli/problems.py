"""Problems as text for people."""

from site_gen.errors import Problem


def problem_text(problem: Problem) -> str:
    """`path:line:column: error[code]: message`, the line, a caret, and how to mend it."""
    place = ":".join([problem.path, *(str(n) for n in (problem.line, problem.column) if n)])
    lines = [f"{place}: {problem.severity}[{problem.code}]: {problem.message}"]
    if problem.excerpt:
        lines.append(f"    {problem.excerpt}")
        if problem.column:
            lines.append(f"    {' ' * (problem.column - 1)}^")
    if problem.hint:
        lines.append(f"    help: {problem.hint}")
    return "\n".join(lines)
