"""Find names that two entries of one kind both claim as theirs alone."""

from __future__ import annotations

from collections import defaultdict

from ontology.authority.entries import Authority, fold


def clashes(authority: Authority) -> list[str]:
    """Return one line per name that stands under ``tr`` or ``variants`` of two entries of one kind: it belongs into ``short`` of both."""
    owners: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for item in authority.entries.values():
        for name in sorted({fold(name) for name in item.names}):
            owners[item.kind, name].append(item.id)
    return [
        f"{kind}: {name!r} stands under variants of {' and '.join(ids)}; write it under short of each"
        for (kind, name), ids in sorted(owners.items())
        if len(ids) > 1
    ]
