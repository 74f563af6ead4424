"""Black is the judge: what the formatter understands by itself, it writes to the byte as black does."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sdkloom.targets.python import format as formatting
from sdkloom.targets.python.fit.tokens import Unfamiliar
from sdkloom.targets.python.format import format_familiar, format_file, format_python, format_with_black

_LONG = "a_rather_long_name_of_a_value"
_TYPE = "SomeRatherLongNameOfAType"

_STATEMENTS = {
    "spacing": "x  =  f( a,b = 1 ,*c,**d )[ 'k' ] . y",
    "default-of-annotated": "def f(a:int=1, b=2, *, c : str|None=None)->None: ...",
    "unary": "x = [-1, +2, a - 1, not b, *c]",
    "dict": "x = {'a':1,**b, 'c' : {}, }",
    "joined": "x = f(\n    a,\n    b\n)",
    "magic-comma": "x = f(a, b,)",
    "magic-comma-of-one": "x = f(a,)",
    "tuple-of-one": "x = (a, )",
    "tuple-of-one-in-call": "f(auth=(Auth('a'), ), b=((1,),))",
    "index-of-one": "x: tuple[int,]",
    "empty": "x = f((), [], {}, g())",
    "fits-exactly": f"x = {'a' * 96}",
    "one-too-long": f"x = {'a' * 97}",
    "call-body-on-a-line": f"x = function({_LONG}, {_LONG}, {_LONG}, y)",
    "call-an-item-a-line": f"x = function({_LONG}, {_LONG}, {_LONG}, {_LONG}, a={_LONG}, **b)",
    "nested": f"x = function(a=other({_LONG}, {_LONG}, {_LONG}, {_LONG}), b=[{_LONG}, {_LONG}, {_LONG}, 1])",
    "chain-of-calls": f"x = {_LONG}({_LONG}).first({_LONG}).second({_LONG})",
    "trailers-omitted": f"x = {_LONG}({_LONG}).{_LONG}[0].{_LONG}()",
    "dot-at-end": f"x = {_LONG}({_LONG}, {_LONG}, {_LONG}).attribute",
    "await": f"return await self._get('/some/path/{{that}}/is/long', a={_LONG}, b={_LONG}, **options)",
    "operators": f"x = {_LONG} + {_LONG} - {_LONG} * {_LONG}",
    "conditions": f"if {_LONG} is not None and {_LONG} not in {_LONG} and {_LONG} == 1:\n    pass",
    "strings": f"x = function('{_LONG} {_LONG} {_LONG}' '{_LONG}')",
    "import": f"from .a import {_LONG}, {_LONG} as b, {_LONG}, {_TYPE}",
    "import-in-parentheses": "from a import (b)",
    "import-magic-comma": "from a import (b,)",
    "import-relative": "from . import a\nfrom .. b import c\nfrom ... d.e import f",
    "union": f"x: {_TYPE} | {_TYPE} | {_TYPE} | None = absent",
    "union-of-literals": f"x: Literal['{_LONG}', '{_LONG}'] | {_TYPE} | None",
    "union-alias": f"X: TypeAlias = Union[{_TYPE}, {_TYPE}, list[{_TYPE}], {_TYPE}]",
    "annotated": f"x: Annotated[list[{_TYPE}], Wire('{_LONG}'), Kind({_TYPE}, {_TYPE})]",
    "target-with-brackets": f"x[{_LONG}][{_LONG}] = {_LONG} + {_LONG}[{_LONG}]",
    "parentheses-hidden": f"x = ({_LONG})\ny: (int) = (1)",
    "parentheses-shown": f"xxxxxxxxxxxxxxxxxxxxxxxx = aaaaaaaaaaaaaaaaaaaaaaa.{_LONG}.{_LONG}",
    "signature-on-a-line": f"def function(self, *, a: {_TYPE}, b: {_TYPE}, c: int) -> {_TYPE}: ...",
    "signature-long": f"def f(self, *, a: {_TYPE}, b: {_TYPE} | None = None, **c: {_TYPE}) -> {_TYPE}: ...",
    "signature-of-one": f"def function(a: dict[{_TYPE}, {_TYPE}], ) -> {_TYPE}: ...",
    "signature-of-one-long": f"def {_LONG}(a: dict[{_TYPE}, {_TYPE}]) -> {_TYPE}[int]: ...",
    "parameter-union": f"def f(a: {_TYPE} | {_TYPE} | {_TYPE} | {_TYPE} = absent) -> None: ...",
    "parameter-union-with-string": f"def f(a: {_TYPE} | {_TYPE} | {_TYPE} | '{_LONG}' = absent): ...",
    "parameter-dotted": f"def f(a: {_TYPE}.{_TYPE}.{_TYPE}.{_TYPE}) -> None: ...",
    "returns-union": f"def f(self) -> {_TYPE} | {_TYPE} | {_TYPE} | {_TYPE}: ...",
    "returns-index": f"def {_LONG}{_LONG}() -> Iterator[{_TYPE}[{_TYPE}]]: ...",
    "returns-one-delimiter": f"def f(a) -> Literal['{_LONG}', '{_LONG}'] | tuple[{_TYPE}, ...]: ...",
    "returns-magic-comma": f"def function(a: {_TYPE}, *, b: int) -> Annotated[{_TYPE}, Kind(a, b,)]: ...",
    "decorator": f"@decorator({_LONG}, {_LONG}, {_LONG}, {_LONG})\nclass A(B, total = False):\n    pass",
    "typed-dict": "X = TypedDict('X', {\n    'a-b': int,\n}, total=False)",
    "quotes": "x = ['a', 'a\"b', 'it\\'s', \"\\'\", \"\\\"\", b'x', r'\\d', f'{a}', '\\xAB\\N{dash}']",
    "wide": f"x = function('{'漢' * 20}', {_LONG}, {_LONG})",
    "raise": f"raise AttributeError(f'module {{{_LONG}!r}} has no', {_LONG}, {_LONG}) from None",
    "short-only": "for a, b in c:\n    assert a, 'b'\nx = [a for a in b if a]\ny = a if b else c",
}

_FILES = {
    "docstring-that-ends-in-a-quote": 'def f():\n    """Text.\n    ' + "b" * 94 + ' \\""""\n',
    "empty": "",
    "blank": "\n\n",
    "docstring": '\n\n"""Text.  \n   more\n  """\nimport a\n',
    "docstring-of-class": 'class A:\n\n    """Text."""\n    x: int\n    """Field.\n      more  """\n    y: int\n',
    "docstring-of-function": 'def f():\n\n    """ Text """\n\n    return 1\n',
    "docstring-ends": 'class A:\n    """says \\"x\\""""\n    def f():\n        """back\\\\"""\n    def g():\n        """ """\n',
    "docstring-quotes": 'def f():\n    """"a" b\n\n    c\\""""\n',
    "docstring-tabs": 'def f():\n    """a\n\tb\n\t\tc\n    """\n',
    "docstring-joined": 'def f():\n    """a\\\n  b\n    """\n',
    "docstring-escapes": 'def f():\n    """\\xAB \\N{dash} \\\\xAB"""\n',
    "docstring-long": f'def f():\n    """a\n    {"b" * 94}"""\n',
    "docstring-long-enough": f'def f():\n    """a\n    {"b" * 93}"""\n',
    "docstring-one-long-line": f'def f():\n    """{"b" * 120}"""\n',
    "block-starts": "class A:\n\n\n    x: int\n\n\n\n    y: int\nif a:\n\n    b\n",
    "definitions": "x = 1\ndef f():\n    return 1\ny = 2\nclass A:\n    pass\n@a\n\n@b\n\ndef g():\n    pass\n",
    "methods": "class A:\n    x: int\n    def f(self):\n        pass\n\n\n    def g(self):\n        pass\n    y: int\n",
    "overloads": "class A:\n    @overload\n    def f(self) -> A:\n        ...\n    @overload\n    def f(self) -> B:        ...\n\n    def f(self):\n        pass\n",
    "stubs": "def f(): ...\ndef g(): ...\n\ndef h(): ...\nclass A: ...\n",
    "not-a-stub": "def f():\n    ...\n    x\nif a:\n    ...\n",
    "imports": "from a import b\nimport c\nx = 1\nif a:\n    from d import e\n\n\n\n    from f import g\n    h\n",
    "nested": "try:\n    def f():\n        pass\nexcept A:\n    pass\nelse:\n    def f():\n        pass\nx = 1\n",
    "comments": "x = 1\n# a\n\n# b\nclass A:\n    # c\n    x: int\n\n    # d\n    def f():\n        pass\n# e\n",
    "comments-behind-stub": "class A:\n    def f():\n        ...\n# a\ndef g():\n    pass\n",
    "trailing-blanks": "x = 1   \n   \ny = 2\n   \n",
    "no-line-break-at-end": "x = 1",
}  # fmt: skip

_LEFT_TO_BLACK = {
    "comment": "x = 1  # why\n",
    "comment-in-brackets": "x = [\n    # why\n    1,\n]\n",
    "directive": "x = 1\n# fmt: off\ny  = 2\n",
    "first-comment": "# coding: utf-8\n",
    "lambda": "x = lambda: 1\n",
    "slice": "x = a[1:2]\n",
    "walrus": "if (a := b):\n    pass\n",
    "power": "x = a**b\n",
    "body-on-a-line": "if a: b\n",
    "statements-on-a-line": "a; b\n",
    "continued": "a = \\\n    b\n",
    "other-docstring": "def f():\n    'a'\n",
    "other-indentation": "if a:\n  b\n",
    "long-comprehension": f"x = [{_LONG} for {_LONG} in {_LONG} if {_LONG}]\n",
    "long-condition": f"x = {_LONG} if {_LONG} else {_LONG} if {_LONG} else 1\n",
    "long-with": f"with {_LONG}({_LONG}, {_LONG}) as {_LONG}:\n    pass\n",
    "number": "x = 0XFF\n",
    "class-without-bases": "class A():\n    pass\n",
    "form-feed": "x = 1\n\f\ny = 2\n",
}


@pytest.mark.parametrize("source", _STATEMENTS.values(), ids=list(_STATEMENTS))
@pytest.mark.parametrize("depth", [0, 2])
def test_a_statement_stands_as_black_has_it(source: str, depth: int) -> None:
    for _ in range(depth):
        source = "class A:\n" + "\n".join(f"    {line}" for line in source.split("\n"))
    assert format_familiar(source) == format_with_black(source)


@pytest.mark.parametrize("source", _FILES.values(), ids=list(_FILES))
def test_a_file_stands_as_black_has_it(source: str) -> None:
    assert format_familiar(source) == format_with_black(source)


@pytest.mark.parametrize("source", _LEFT_TO_BLACK.values(), ids=list(_LEFT_TO_BLACK))
def test_what_is_not_understood_is_left_to_black(source: str) -> None:
    with pytest.raises(Unfamiliar):
        format_familiar(source)
    assert format_python(source) == format_with_black(source)


def test_a_tidy_file_stays_as_it_is() -> None:
    tidy = format_python("\n".join(_STATEMENTS.values()))
    assert format_python(tidy) == tidy


@pytest.mark.parametrize("source", ["x: Union[] = 1\n", "f(\n", "x = (1]\n", "  x\n y\n", '"""a\n'])
def test_what_is_no_python_is_an_error(source: str) -> None:
    with pytest.raises(ValueError, match="annot parse"):
        format_python(source)


def test_other_files_lose_trailing_blanks() -> None:
    assert format_file("a/README.md", "\n# A  \n\n\ntext\n\n") == "# A\n\n\ntext\n"


def test_black_is_not_loaded_for_what_is_understood() -> None:
    program = (
        f"import sys; from {formatting.__name__} import format_python; "
        "format_python('x  = f(a, b,)'); print('black' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
