"""Documents that hypothesis makes up, and the texts that break things."""

from hypothesis import strategies as st

from jd_builder.domain.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Title,
)

HOSTILE = (
    "\x00\x01\x0b\x0c\x1b\x1f\x7f\x85\ufdd0\ufffe\uffff",
    "a\x00b\ufffec \U0001ffff d",
    "<script>alert(1)</script>",
    "</w:t></w:r></w:p><w:p/>",
    "]]> <!-- & &amp; &#60; \"double\" 'single'",
    "{{ 7*7 }} {% for x in y %} ${jndi:ldap://x} #{1}",
    "[[JOB DESCRIPTION]] [[JOB TITLE]] [[ORGANISATION]]",
    "# **bold** _em_ `code` [link](https://x.example) ![i](y) | a | b |",
    "- item\n1. item\n> quote\n    code\n---",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f680 e\u0301 \u202eRTL\u202c",
    "\u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "  spaces  \tand\ttabs\n\nand lines\n",
    "=1+1 @SUM(A1) +cmd|' /C calc'!A0",
    "https://user:secret@evil.example/ http://[::1 https://x.example:99999/ a@b mailto:x@y.example",
    'https://x.example/%zz/\u00e9[1]{2}|^`\\?q="<>#a#b',
    "javascript:alert(1) file:///etc/passwd \\\\server\\share",
    'PAGE NUMPAGES INCLUDETEXT "c:\\x" { DDEAUTO c:\\\\cmd }',
)

_words = st.one_of(st.text(max_size=30), st.sampled_from(HOSTILE), st.sampled_from(["", " ", "Set the plan."]))
runs = st.builds(Run, text=_words, ref=st.sampled_from([None, "own.1", "post.pay"]), gap=st.booleans())
texts = st.lists(runs, max_size=3).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[texts] * columns)
    widths = tuple(1 / columns for _ in range(columns))
    return Table(header=draw(row), rows=tuple(draw(st.lists(row, max_size=3))), widths=widths)


blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Title, text=texts),
    st.builds(Heading, text=texts, level=st.sampled_from([1, 2])),
    st.builds(Paragraph, text=texts, style=st.sampled_from(["body", "lead", "small"])),
    st.builds(Bullets, items=st.lists(texts, min_size=1, max_size=3).map(tuple), numbered=st.booleans()),
    st.builds(Facts, rows=st.lists(st.tuples(texts, texts), min_size=1, max_size=3).map(tuple)),
    tables(),
    st.just(PageBreak()),
)

documents = st.builds(
    Document,
    layout=st.just("sample"),
    name=_words,
    title=_words,
    organisation=_words,
    reference=_words,
    draft=st.booleans(),
    blocks=st.lists(blocks, max_size=8).map(tuple),
)
