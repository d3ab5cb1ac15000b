"""The code keeps to its plan: imports run one way, modules and functions stay small, what is public is documented and typed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ("ontology", "extraction", "graph", "queries")
MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))
LONGEST_FUNCTION, LONGEST_MODULE = 60, 350

Function = ast.FunctionDef | ast.AsyncFunctionDef


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: relative import"
            yield node.module or ""


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)))


def length(function: Function) -> int:
    """Return the lines of ``function`` without its docstring."""
    documented = function.body[0] if ast.get_docstring(function, clean=False) else None
    end = function.end_lineno or function.lineno
    return end - function.lineno + 1 - ((documented.end_lineno or 0) - documented.lineno + 1 if documented else 0)


def public(tree: ast.Module) -> Iterator[ast.Module | ast.ClassDef | Function]:
    """Yield the module, its public classes and functions, and their public methods."""
    yield tree
    for node in visible(tree):
        yield node
        yield from visible(node) if isinstance(node, ast.ClassDef) else ()


def visible(scope: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Function]:
    for node in scope.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and not node.name.startswith("_"):
            yield node


@pytest.fixture(params=MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def module(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_there_is_code_in_every_layer() -> None:
    assert all((ROOT / layer / "__init__.py").is_file() for layer in LAYERS)


def test_imports_run_one_way(module: Path) -> None:
    layer = LAYERS.index(module.relative_to(ROOT).parts[0])
    above = set(LAYERS[layer + 1 :]) | {"hariciye", "tests"}
    assert [name for name in imported(parsed(module)) if name.split(".")[0] in above] == []


def test_functions_are_short(module: Path) -> None:
    assert [(each.name, length(each)) for each in functions(parsed(module)) if length(each) > LONGEST_FUNCTION] == []


def test_modules_are_short(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_public_names_are_documented(module: Path) -> None:
    tree = parsed(module)
    empty = not tree.body
    assert empty or [getattr(each, "name", "module") for each in public(tree) if not ast.get_docstring(each)] == []


def test_functions_say_what_they_return(module: Path) -> None:
    assert [each.name for each in functions(parsed(module)) if each.returns is None] == []


def test_names_of_modules_are_of_the_domain(module: Path) -> None:
    assert module.stem not in {"utils", "util", "helpers", "core", "manager", "common", "misc"}


def test_an_upward_import_is_seen() -> None:
    assert list(imported(ast.parse("def f():\n    from graph.store import x"))) == ["graph.store"]


def test_a_long_function_is_measured_without_its_docstring() -> None:
    source = 'def f():\n    """One.\n\n    Two.\n    """\n    return 1'
    assert length(next(functions(ast.parse(source)))) == 2
