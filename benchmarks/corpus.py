"""A corpus of invented news: the same articles for the same numbers, whatever the size."""

import random
from datetime import date, timedelta
from pathlib import Path

COUNTRIES = (
    ("Norway", "Norwegian", "Oslo", "kroner"),
    ("Kenya", "Kenyan", "Nairobi", "shillings"),
    ("Chile", "Chilean", "Santiago", "pesos"),
    ("Poland", "Polish", "Warsaw", "zloty"),
    ("Vietnam", "Vietnamese", "Hanoi", "dong"),
    ("Morocco", "Moroccan", "Rabat", "dirhams"),
    ("Canada", "Canadian", "Ottawa", "Canadian dollars"),
    ("Japan", "Japanese", "Tokyo", "yen"),
)
OFFICES = ("Prime Minister", "President", "Foreign Minister", "Finance Minister", "Trade Minister")
GIVEN = tuple(
    "Ingrid Tomas Leila Kenji Amina Paulo Ewa Linh Omar Claire Mateo Wanjiru Piotr Yasmine Aiko Lars".split(
        " "
    )
)
FAMILY = tuple(
    (
        "Solvang Kariuki Fuentes Nowak Tran Benali Tremblay Morita Lindqvist Otieno Araya Zielinski Pham "
        "Haddad Gagnon Ishikawa Bakken Mwangi Rojas Kowalczyk"
    ).split(" ")
)
SUBJECTS = tuple(
    "fisheries rail power shipping steel grain water visa satellite port vaccine copper".split(" ")
)
KINDS = ("Agreement", "Declaration", "Action Plan", "Protocol", "Partnership", "Memorandum of Understanding")


def article(number: int) -> tuple[str, date, str]:
    """Title, day and body (about 3 KB, 500 words) of the article of this number."""
    chance = random.Random(number)
    here, there = chance.sample(COUNTRIES, 2)
    day = date(2019, 1, 1) + timedelta(days=number % 2000)
    subject = chance.choice(SUBJECTS)
    host = _person(chance, here)
    guest = _person(chance, there)
    treaty = f"{there[0]}-{here[0]} {subject.capitalize()} {chance.choice(KINDS)}"
    words: list[str] = []
    paragraphs: list[str] = []
    while sum(map(len, words)) < 2900:
        sentences = [_sentence(chance, here, there, host, guest, treaty, subject, day) for _ in range(4)]
        words += sentences
        paragraphs.append(" ".join(sentences))
    return f"{there[0]} and {here[0]} talk {subject} in {here[2]}", day, "\n\n".join(paragraphs)


def write_corpus(folder: Path, count: int, style: str = "txt") -> None:
    """Write articles 0 to `count` - 1 as pasted text, or as Markdown with front matter."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        title, day, body = article(number)
        if style == "md":
            text = f'---\ntitle: "{title}"\ndate: {day.isoformat()}\n---\n\n{body}\n'
        else:
            text = f" date {day.isoformat()} {body}\n"
        (folder / f"{number:05d}.{style}").write_text(text, "utf-8")


def _person(chance: random.Random, country: tuple[str, ...]) -> tuple[str, str, str]:
    office = chance.choice(OFFICES)
    return f"{country[1]} {office}", chance.choice(GIVEN), chance.choice(FAMILY)


def _sentence(
    chance: random.Random,
    here: tuple[str, ...],
    there: tuple[str, ...],
    host: tuple[str, str, str],
    guest: tuple[str, str, str],
    treaty: str,
    subject: str,
    day: date,
) -> str:
    amount = chance.randint(2, 990)
    share = chance.randint(2, 40)
    year = day.year - chance.randint(1, 4)
    when = day - timedelta(days=chance.randint(1, 60))
    told = when.strftime("%d %B %Y").lstrip("0")
    return chance.choice(
        (
            f"{guest[0]} {guest[1]} {guest[2]} met {host[0]} {host[1]} {host[2]} in {here[2]} on {told}.",
            f"The two sides signed the {treaty} on {told}.",
            f"“We will build {subject} links that last,” {guest[2]} said.",
            f"Trade in {subject} between the two countries reached ${amount} million in {year}, up {share}%.",
            f"{there[0]} pledged to invest {amount} billion {there[3]} in {subject} by {day.year + 5}.",
            "Officials said the talks went on late into the night and that most points had been settled.",
            f"{host[2]} told reporters that ministers would meet again next month.",
            f"Analysts in {there[2]} warned that the harbour could not take more than {amount} ships a year.",
            f"The ministry expects {subject} exports to rise by {share}% this year, after a fall in {year}.",
            f"“Nobody should expect miracles,” said {host[2]}, who took office in {year}.",
        )
    )
