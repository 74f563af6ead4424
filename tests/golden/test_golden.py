"""Every golden page: what goes in and what comes out, side by side in one file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sdkloom.codes import Severity
from sdkloom.config import Config, read_config
from sdkloom.diagnostics import Report
from sdkloom.ir.dump import dump_text
from sdkloom.load.locate import locate
from sdkloom.name.explain import explain_name
from sdkloom.name.published import published_text
from sdkloom.pipeline import Understood, generate, understand
from sdkloom.promised import SNAPSHOT, present_surface, released_surface, surface_of
from sdkloom.surface.compare import compare
from sdkloom.surface.describe import describe
from sdkloom.surface.report import Verdict, show_markdown, show_text
from sdkloom.surface.snapshot import write_surface

PAGES = Path(__file__).parent
_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^\n`]+)\n(?P<body>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
_INPUTS = {"spec": "api", "before": "before", "config": "sdkloom", "overlay": "overlay"}


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what it is, and its options."""

    language: str
    role: str
    options: dict[str, str]
    body: str
    span: tuple[int, int]

    @property
    def is_input(self) -> bool:
        return self.role in _INPUTS or self.role == "file"


@dataclass(frozen=True)
class Case:
    """One section of a page."""

    page: Path
    title: str
    blocks: tuple[Block, ...]

    def all(self, role: str) -> list[Block]:
        return [block for block in self.blocks if block.role == role]


def _blocks(text: str, start: int, end: int) -> Iterator[Block]:
    for match in _FENCE.finditer(text, start, end):
        language, *words = match["info"].split()
        pairs = [word.partition("=") for word in words]
        options = {key: value for key, _, value in pairs}
        role = next(iter(options), "")
        yield Block(language, role, options, match["body"], match.span("body"))


def read_cases(page: Path) -> list[Case]:
    """The sections of a page that hold blocks; a page without `##` is one section."""
    text = page.read_text(encoding="utf-8")
    outside = _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    heads = [(match.start(), match[1]) for match in re.finditer(r"^##? (.+)$", outside, re.MULTILINE)]
    ends = [start for start, _ in heads[1:]] + [len(text)]
    found = [
        Case(page, title, tuple(_blocks(text, start, end)))
        for (start, title), end in zip(heads, ends, strict=True)
    ]
    return [case for case in found if case.blocks]


def all_cases() -> list[Case]:
    return [case for page in sorted(PAGES.glob("*.md")) for case in read_cases(page)]


@dataclass
class Run:
    """A case at work: its inputs are written, and each stage runs when an output asks for it."""

    case: Case
    folder: Path

    def __post_init__(self) -> None:
        self.report = Report()
        for block in self.case.blocks:
            if block.is_input:
                path = self.folder / self._name(block)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block.body, encoding="utf-8")
        self.config = self._config()
        self.understood: Understood | None = understand(self.config, self.report) if self.config else None

    def _name(self, block: Block) -> str:
        if block.role == "file":
            return block.options["file"]
        return f"{_INPUTS[block.role]}.{'json' if block.language == 'json' else 'yaml'}"

    def _config(self) -> Config | None:
        if self.case.all("config"):
            return read_config(Path("sdkloom.yaml"), self.report)
        specs = self.case.all("spec")
        overlays = tuple(Path(self._name(block)) for block in self.case.all("overlay"))
        return Config(spec=Path(self._name(specs[0]) if specs else "api.yaml"), overlays=overlays)

    def output(self, block: Block) -> str:
        match block.role:
            case "diagnostics":
                return "\n".join(f"{block}\n" for block in self.report.render(locate, least=Severity.NOTE))
            case "generating":
                assert self.config is not None
                report = Report()
                generate(self.config, report)
                return "\n".join(f"{block}\n" for block in report.render(locate, least=Severity.NOTE))
            case "ir":
                assert self.understood is not None, "there is no IR after an error"
                return dump_text(self.understood.api, block.options.get("only", ""))
            case "names":
                assert self.understood is not None, "there are no names after an error"
                api, names = self.understood.api, self.understood.names
                return "".join(f"{explain_name(api, names, op.id)}\n" for op in api.operations)
            case "lock":
                assert self.understood is not None, "there are no names after an error"
                return published_text(self.understood.api, self.understood.names)
            case "diff":
                return self.diff(Path(block.options["diff"] or "before.yaml"), block.language)
            case "surface":
                assert self.understood is not None
                assert self.config is not None
                surface = describe(self.understood.api, self.understood.names, self.config)
                return write_surface(surface, "")
            case "path":
                assert self.config is not None
                files = generate(self.config).files
                text = files[f"{block.language}/{block.options['path']}"]
                assert isinstance(text, str)
                return text
            case _:
                raise AssertionError(f"a block of an unknown kind: {block.language} {block.role}")

    def diff(self, old: Path, form: str) -> str:
        """What has changed since a document or a snapshot; nothing where one of them cannot be read."""
        assert self.config is not None
        report = Report()
        before = (
            released_surface(self.config, report)
            if old.name == SNAPSHOT
            else surface_of(old, self.config, report)
        )
        now = present_surface(self.config, report)
        if before is None or now is None:
            self.report = report
            return ""
        show = show_markdown if form == "markdown" else show_text
        verdict = Verdict(compare(before, now), before.version or now.version)
        return show(verdict, lambda at: report.spot(at, locate))


Update = Callable[[Case, dict[tuple[int, int], str]], None]


@pytest.fixture(scope="module")
def update(request: pytest.FixtureRequest) -> Iterator[Update | None]:
    """Collects new contents while cases run, and writes the pages in the end; None without `--update`."""
    if not request.config.getoption("--update"):
        yield None
        return
    pages: dict[Path, dict[tuple[int, int], str]] = {}
    yield lambda case, contents: pages.setdefault(case.page, {}).update(contents)
    for page, contents in pages.items():
        text = page.read_text(encoding="utf-8")
        for (start, end), content in sorted(contents.items(), reverse=True):
            text = text[:start] + content + text[end:]
        page.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.page.stem}: {case.title}")
def test_page_shows_what_is_generated(case: Case, folder: Path, update: Update | None) -> None:
    run = Run(case, folder)
    outputs = [block for block in case.blocks if not block.is_input]
    assert outputs, "a case shows something that comes out"
    actual = {block.span: run.output(block) for block in outputs}
    if not case.all("diagnostics"):
        assert not list(run.report.render(locate)), "findings must be shown"
    if update is not None:
        update(case, actual)
        return
    for block in outputs:
        assert actual[block.span] == block.body
