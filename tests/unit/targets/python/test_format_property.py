"""Statements of the shapes that templates write, with random parts, stand as black would have them."""

from __future__ import annotations

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from sdkloom.targets.python.fit.tokens import Unfamiliar
from sdkloom.targets.python.format import format_familiar, format_with_black

_NAMES = st.integers(1, 34).flatmap(
    lambda length: st.sampled_from(("name", "Type", "value", "kind")).map(lambda word: (word * 9)[:length])
)
_DOTTED = st.lists(_NAMES, min_size=1, max_size=4).map(".".join)
_LITERALS = st.text(st.sampled_from("abc xyz'\"-#({[é—漢"), max_size=24).map(
    lambda text: '"' + text.replace('"', '\\"') + '"'
)
_NUMBERS = st.sampled_from(("0", "-1", "12", "0.5", "1e-06", "120.0"))
_ATOMS = st.one_of(_DOTTED, _LITERALS, _NUMBERS, st.sampled_from(("None", "True", "()", "[]", "{}", "...")))
_ENDS = st.sampled_from(("", ", ", ",\n"))


def _joined(items: st.SearchStrategy[str], least: int, most: int, by: str = ", ") -> st.SearchStrategy[str]:
    return st.lists(items, min_size=least, max_size=most).map(by.join)


def _types_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    literals = _joined(_LITERALS, 1, 8)
    return st.one_of(
        _joined(inner, 2, 5, " | "),
        st.builds("{}[{}]".format, _DOTTED, _joined(inner, 1, 4)),
        st.builds("Literal[{}]".format, literals),
        st.builds("Annotated[{}, {}({}{})]".format, inner, _NAMES, _joined(_LITERALS, 1, 3), _ENDS),
        st.builds("tuple[{}, ...]".format, inner),
    )


_TYPES = st.recursive(st.one_of(_DOTTED, st.just("None")), _types_of, max_leaves=9)


def _values_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    named = st.builds("{}={}".format, _NAMES, inner)
    item = st.builds("{}: {}".format, _LITERALS, inner)
    return st.one_of(
        st.builds("{}({}{})".format, _DOTTED, _joined(named, 1, 5), _ENDS),
        st.builds("{}({}, {}, **options)".format, _DOTTED, _joined(inner, 1, 2), _joined(named, 1, 5)),
        st.builds("[{}{}]".format, _joined(inner, 1, 4), _ENDS),
        st.builds("({}, {})".format, inner, _joined(inner, 0, 3)),
        st.builds("{{{}{}}}".format, _joined(item, 1, 4), _ENDS),
        st.builds("{}({}).{}({})".format, _DOTTED, inner, _NAMES, inner),
        st.builds("{}[{}]".format, _DOTTED, _LITERALS),
        st.builds("{}({})".format, _DOTTED, inner),
    )


_VALUES = st.recursive(_ATOMS, _values_of, max_leaves=9)
_DEFAULTS = st.one_of(st.just(""), st.builds(" = {}".format, _VALUES))
_FIELDS = st.builds("{}: {}{}".format, _NAMES, _TYPES, _DEFAULTS)
_PARAMETERS = st.one_of(_FIELDS, _FIELDS, st.builds("{}={}".format, _NAMES, _ATOMS), _NAMES)
_SIGNATURES = st.builds(
    "{}def {}(self, {}{}**{}: {}) -> {}:\n    ".format,
    st.sampled_from(("", "async ")),
    _NAMES,
    st.sampled_from(("", "*, ", "value: int, *, ")),
    st.lists(_PARAMETERS, max_size=6).map(lambda items: "".join(f"{item}, " for item in items)),
    _NAMES,
    _TYPES,
    _TYPES,
)
_BARE_SIGNATURES = st.builds(
    "def {}({}{}) -> {}:\n    ".format,
    _NAMES,
    st.one_of(st.just(""), _FIELDS),
    st.sampled_from(("", ",")),
    _TYPES,
).filter(lambda text: "(,)" not in text)
_CALLS = st.builds("{}({}, **options)".format, _DOTTED, _joined(_VALUES, 1, 5))
_STATEMENTS = st.one_of(
    _FIELDS,
    st.builds("{} = {}".format, _DOTTED, _VALUES),
    st.builds("{}: TypeAlias = {}".format, _NAMES, _TYPES),
    st.builds("return {}{}".format, st.sampled_from(("", "await ")), _VALUES),
    st.builds("return {}".format, _CALLS),
    _CALLS,
    st.builds(
        "from {}{} import {}".format, st.sampled_from(("", ".", "...")), _DOTTED, _joined(_NAMES, 1, 9)
    ),
    st.builds('{0} = TypedDict("{0}", {{\n{1}}}, total=False)'.format, _NAMES, _joined(_FIELDS, 0, 0)),
    st.builds("@{}({})".format, _DOTTED, _joined(_VALUES, 1, 3)).map(lambda line: f"{line}\nclass A:\n    x"),
    st.builds("class {}({}, total=False):\n    pass".format, _NAMES, _joined(_TYPES, 1, 3)),
    st.builds("{}...".format, _SIGNATURES),
    st.builds("{}...".format, _BARE_SIGNATURES),
    st.builds("{}return {}".format, _SIGNATURES, _VALUES),
    st.builds("if {} is {} and {}:\n    {}".format, _VALUES, _ATOMS, _VALUES, _CALLS),
    st.builds("raise {}({}) from {}".format, _DOTTED, _joined(_VALUES, 1, 3), _NAMES),
)


def _judge(text: str) -> None:
    try:
        ours = format_familiar(text)
    except Unfamiliar:  # such as `"", """`, which would open a long string
        reject()
    assert ours == format_with_black(text)


def _indented(text: str) -> str:
    return "\n".join("    " + line if line else line for line in text.split("\n"))


@settings(max_examples=50, deadline=None)
@given(_STATEMENTS)
def test_a_statement_is_broken_as_black_breaks_it(statement: str) -> None:
    _judge(statement)


@settings(max_examples=15, deadline=None)
@given(_STATEMENTS, st.integers(1, 3))
def test_an_indented_statement_is_broken_as_black_breaks_it(statement: str, depth: int) -> None:
    text = statement
    for _ in range(depth):
        text = f"class A:\n{_indented(text)}"
    _judge(text)


_PROSE = st.lists(
    st.text(st.sampled_from("ab c.\t\"'é" + "word " * 9), max_size=120).map(
        lambda line: line.replace('"""', "")
    ),
    max_size=6,
).map("\n".join)
_DOCSTRINGS = st.builds(
    lambda text, end: '"""' + text.replace('"', '\\"') + end + '"""',
    _PROSE,
    st.sampled_from(("", "\n", "\n    ", "\\\\", " ", "\\x1B", "\\N{dash}")),
)
_BLANKS = st.integers(0, 4).map(lambda count: "\n" * count)
_MEMBERS = st.one_of(
    st.builds("    {}\n".format, _DOCSTRINGS),
    st.builds("    {}: int\n{}    {}\n".format, _NAMES, _BLANKS, _DOCSTRINGS),
    st.builds("    @overload\n{}    def {}(self) -> A:\n        ...\n".format, _BLANKS, _NAMES),
    st.builds("    @property\n    def {}(self) -> A:\n{}        {}\n".format, _NAMES, _BLANKS, _DOCSTRINGS),
    st.builds(
        "    def {}(self) -> A:\n        from a import b\n{}        return b\n".format, _NAMES, _BLANKS
    ),
    st.builds("    {} = 1\n".format, _NAMES),
)
_TOP_LEVEL = st.one_of(
    st.builds("from {} import {}\n".format, _NAMES, _NAMES),
    st.builds("if {}:\n{}    from a import b\n".format, _NAMES, _BLANKS),
    st.builds("{} = 1\n".format, _NAMES),
    st.builds("{}: TypeAlias = int\n{}\n".format, _NAMES, _DOCSTRINGS),
    st.builds("# {}\n".format, _NAMES),
    st.builds(
        "{}class {}:\n{}".format,
        st.sampled_from(("", "@dataclass\n\n", "@dataclass(slots=True)\n")),
        _NAMES,
        st.lists(st.builds("{}{}".format, _BLANKS, _MEMBERS), min_size=1, max_size=5).map("".join),
    ),
    st.builds("def {}():\n{}    return 1\n".format, _NAMES, _BLANKS),
    st.builds("try:\n    {0} = 1\nexcept {0}:\n    pass\n".format, _NAMES),
)
_FILES = st.builds(
    "{}{}".format,
    st.one_of(st.just(""), st.builds("{}\n".format, _DOCSTRINGS), st.just("from a import b\n")),
    st.lists(st.builds("{}{}".format, _BLANKS, _TOP_LEVEL), max_size=6).map("".join),
)


@settings(max_examples=30, deadline=None)
@given(_FILES)
def test_a_file_is_spread_as_black_spreads_it(text: str) -> None:
    if text.lstrip("\n").startswith("#"):
        text = f"x\n{text}"
    _judge(text)
