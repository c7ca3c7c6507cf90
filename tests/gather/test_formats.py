"""Mail, Word documents, pages in one file, ninjs, NITF, NewsML-G2, JSON Feed: what of each comes into the file."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.gather.desk import bring, read_back, written_files

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORDS = "The port of Vigo took delivery of its largest crane on Tuesday."
EML = f"""From: Ann Lee <ann@coast.example>
To: desk@paper.example
Subject: =?utf-8?q?Harbour_gets_a_cr=C3=A2ne?=
Date: Tue, 04 Mar 2025 23:10:00 -0800
Message-ID: <77@coast.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=B

--B
Content-Type: text/plain; charset=utf-8

{WORDS}

It can lift *1,200* tonnes.
--B
Content-Type: text/html; charset=utf-8

<p>{WORDS}</p><script>alert(1)</script>
--B--
"""
MHTML = f"""From: <Saved by a browser>
Snapshot-Content-Location: https://coast.example/crane
Subject: Harbour gets a crane
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="B"

--B
Content-Type: text/html; charset=utf-8
Content-Location: https://coast.example/crane

<!doctype html><html><head><title>Harbour gets a crane</title>
<meta property="article:published_time" content="2025-03-04"></head><body><article><h1>Harbour gets a crane</h1>
<p>{WORDS} It can lift 1,200 tonnes, twice as much as the old one, and will serve the wind yard.</p></article></body></html>
--B--
"""
NINJS = {
    "uri": "urn:coast:77", "headline": "Harbour gets a crane", "byline": "By Ann Lee", "language": "en",
    "versioncreated": "2025-03-05T08:00:00Z", "firstcreated": "2025-03-04T22:00:00Z", "copyrightholder": "Coast Wire",
    "subject": [{"name": "ports"}], "body_html": f"<p>{WORDS}</p><h2>Old one goes</h2><p>It was built in 1974.</p>",
}  # fmt: skip
NITF = f"""<?xml version="1.0"?><nitf><head><title>t</title><docdata><date.issue norm="20250304T221000-0800"/>
<doc-id id-string="coast-77"/><key-list><keyword key="ports"/></key-list></docdata><pubdata name="Coast Wire"/></head>
<body><body.head><hedline><hl1>Harbour gets a crane</hl1></hedline><byline>By Ann Lee</byline></body.head>
<body.content><p>{WORDS}</p><hl2>Old one goes</hl2><p>It was built in 1974.</p></body.content></body></nitf>"""
G2 = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem guid="urn:newsml:coast:77">
<itemMeta><provider><name>Coast Wire</name></provider><versionCreated>2025-03-05T08:00:00Z</versionCreated>
<firstCreated>2025-03-04T22:00:00Z</firstCreated></itemMeta>
<contentMeta><headline>Harbour gets a crane</headline><by>By Ann Lee</by><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{WORDS}</p>
<h2>Old one goes</h2><p>It was built in 1974.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1", "title": "Coast Wire",
    "items": [{"id": "77", "url": "https://coast.example/crane", "title": "Harbour gets a crane",
               "content_html": f"<p>{WORDS}</p>", "date_published": "2025-03-04T22:10:00-08:00",
               "authors": [{"name": "Ann Lee"}]}],
}  # fmt: skip


def _docx(body: str, core: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        if core:
            archive.writestr("docProps/core.xml", core)
    return packed.getvalue()


def _p(words: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"


CELLS = "".join(f"<w:tc>{_p(words)}</w:tc>" for words in ("Lift", "1,200"))
DOCX = _docx(
    _p("Harbour gets a crane", "Title") + _p(WORDS) + _p("Old one goes", "Heading2") + _p("Built in 1974", "ListParagraph")
    + f"<w:tbl><w:tr>{CELLS}</w:tr><w:tr>{CELLS.replace('Lift', 'Height')}</w:tr></w:tbl>"
    + "<w:p><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del><w:r><w:t>The yard said so.</w:t></w:r></w:p>",
    '<c:coreProperties xmlns:c="urn:c" xmlns:dc="urn:dc"><dc:creator>Ann Lee</dc:creator></c:coreProperties>',
)  # fmt: skip


@pytest.mark.parametrize(
    ("file", "data", "basis"),
    [
        ("a.eml", EML.replace("cr=C3=A2ne", "crane"), "header"),
        ("a.mhtml", MHTML, "meta"),
        ("a.json", json.dumps(NINJS), "metadata"),
        ("a.xml", NITF, "metadata"),
        ("a.xml", G2, "metadata"),
        ("a.json", json.dumps(JSON_FEED), "feed"),
        ("a.docx", DOCX, ""),
    ],
    ids=["eml", "mhtml", "ninjs", "nitf", "newsml-g2", "jsonfeed", "docx"],
)
def test_every_format_becomes_an_article(file: str, data: bytes | str, basis: str, tmp_path: Path) -> None:
    report = bring(tmp_path, data, file)
    assert [(p.code, p.message) for p in report.problems] == []
    assert report.count("new") == 1
    assert list(written_files(tmp_path)) == ["harbour-gets-a-crane.md"]
    text = written_files(tmp_path)["harbour-gets-a-crane.md"]
    article = read_back(tmp_path, "harbour-gets-a-crane.md").articles[0]
    assert article.title == "Harbour gets a crane"
    assert WORDS in article.text
    assert "alert" not in text
    if basis:
        assert article.published.edtf == "2025-03-04"
        assert f"date_basis: {basis}" in text
    if file != "a.mhtml":
        assert article.source
        assert article.source.authors == ("Ann Lee",)
    assert bring(tmp_path, data, file).count("unchanged") == 1


def test_headings_lists_and_tables_of_a_document_are_kept_and_what_was_struck_out_is_not(
    tmp_path: Path,
) -> None:
    bring(tmp_path, DOCX, "a.docx")
    text = written_files(tmp_path)["harbour-gets-a-crane.md"]
    assert "\n## Old one goes\n" in text
    assert "\n- Built in 1974\n" in text
    assert "| Lift | 1,200 |" in text
    assert "struck" not in text


@pytest.mark.parametrize("data", [NITF, G2, json.dumps(NINJS)], ids=["nitf", "g2", "ninjs"])
def test_headings_of_agency_formats_are_kept(data: str, tmp_path: Path) -> None:
    bring(tmp_path, data, "a.json" if data.startswith("{") else "a.xml")
    assert (
        "\n## Old one goes\n\nIt was built in 1974.\n" in written_files(tmp_path)["harbour-gets-a-crane.md"]
    )


BOMB = _docx(_p("a" * 60_000_000))
ENTITY = '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x; left</p></body.content></body></nitf>'
LAUGHS = (
    "<!DOCTYPE nitf [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]><nitf><body><body.content><p>&j;</p></body.content></body></nitf>"
)  # fmt: skip


@pytest.mark.parametrize(
    ("file", "data"),
    [("a.docx", BOMB), ("a.docx", b"PK\x03\x04"), ("a.docx", DOCX[:-40]), ("a.xml", "<nitf><body>"), ("a.xml", "<newsItem/>"),
     ("a.json", "[" * 100_000), ("a.json", '{"a": 1}'), ("a.json", "{"), ("a.eml", "MIME-Version: 1.0\nSubject: x\n\n"),
     ("a.eml", b"Subject: \xff\xfe\nMIME-Version: 1.0\nFrom: <\n\n"), ("a.pdf", b"%PDF-1.4"), ("a.html", "")],
)  # fmt: skip
def test_what_is_damaged_is_a_problem_and_writes_nothing(
    file: str, data: bytes | str, tmp_path: Path
) -> None:
    report = bring(tmp_path, data, file)
    assert report.problems
    assert all(problem.path == file for problem in report.problems)
    assert written_files(tmp_path) == {}


@pytest.mark.parametrize("data", [ENTITY, LAUGHS], ids=["external", "laughs"])
def test_entities_of_strangers_are_not_followed(data: str, tmp_path: Path) -> None:
    bring(tmp_path, data, "a.xml")
    text = "".join(written_files(tmp_path).values())
    assert "root:" not in text
    assert "hahaha" not in text
    assert len(text) < 2_000


FORWARDED = f"""From: The desk <desk@paper.example>
Subject: Fwd: WG: Harbour gets a crane
Date: Thu, 06 Mar 2025 09:00:00 +0100
Message-ID: <78@paper.example>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: text/plain; charset=utf-8

---------- Forwarded message ---------
From: Ann Lee <ann@coast.example>
Date: Tue, 4 Mar 2025 at 18:20
Subject: Harbour gets a crane
To: The desk <desk@paper.example>

{WORDS}

--\x20
Ann Lee, Coast Wire
--B
Content-Type: application/pdf
Content-Disposition: attachment; filename="../../crane.pdf"

x
--B--
"""


def test_a_forwarded_mail_is_the_first_writers_and_its_attachments_are_named(tmp_path: Path) -> None:
    report = bring(tmp_path, FORWARDED, "a.eml")
    assert [(p.code, p.message.rpartition(": ")[2]) for p in report.problems] == [("attachment", "crane.pdf")]
    article = read_back(tmp_path, "harbour-gets-a-crane.md").articles[0]
    assert (article.title, article.published.edtf) == ("Harbour gets a crane", "2025-03-04")
    assert article.source
    assert article.source.authors == ("Ann Lee",)
    assert article.text[article.blocks[0].start :].strip() == WORDS


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.json", json.dumps({**NINJS, "copyrightholder": "", "provider": "Coast Wire"})),
        (
            "a.xml",
            G2.replace("<provider><name>Coast Wire</name></provider>", '<provider literal="Coast Wire"/>'),
        ),
    ],
    ids=["ninjs", "g2"],
)
def test_an_agency_named_in_an_attribute_or_as_provider_is_the_outlet(
    file: str, data: str, tmp_path: Path
) -> None:
    bring(tmp_path, data, file)
    source = read_back(tmp_path, "harbour-gets-a-crane.md").articles[0].source
    assert source
    assert source.name == "Coast Wire"


PARAGRAPHS = f"<p>{WORDS} It can lift 1,200 tonnes, twice as much as the old one.</p>" * 12


@pytest.mark.parametrize(
    ("description", "completeness"),
    [
        (PARAGRAPHS, "full"),
        (PARAGRAPHS + "<p>The yard said [&#8230;]</p>", "summary"),
        (PARAGRAPHS + "<p>The post <a>Crane</a> appeared first on Coast.</p>", "summary"),
        (f"<p>{WORDS}</p>", "summary"),
        (f"{WORDS} " * 20, "summary"),
    ],
)
def test_a_description_is_a_summary_unless_it_is_an_entire_article(
    description: str, completeness: str, tmp_path: Path
) -> None:
    item = (
        f"<item><title>Crane</title><guid>1</guid><description><![CDATA[{description}]]></description></item>"
    )
    bring(tmp_path, f"<rss version='2.0'><channel><title>Coast</title>{item}</channel></rss>", "a.rss")
    assert read_back(tmp_path, "crane.md").articles[0].completeness == completeness
