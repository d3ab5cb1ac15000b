"""Train the pipeline: ``python -m extraction.training.train DATA [--out FOLDER] [--work FOLDER] [--part syntax|names|join]``.

DATA is the folder of open Turkish data (``../shared/turkish``). Without ``--part`` the vectors are made, both parts are trained side
by side on a core each, and joined. Seeds are fixed and every run is bounded by steps.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import floret
import numpy
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed  # type: ignore[attr-defined]
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from thinc.api import Adam, Config

from extraction.language import pipeline as _pipeline  # noqa: F401  (registers the components)
from extraction.language.letters import lower
from extraction.language.tokens import pieces
from extraction.language.vectors import by_numpy, remember
from extraction.training import corpora
from extraction.training.annotated import read
from extraction.training.treebanks import trees

SEED = 1917
HERE = Path(__file__).parent
OWN = HERE / "sentences"
WIDTH, BUCKETS = 96, 24000
DROPOUT = 0.2
EVERY, PATIENCE = 200, 1000


def raw_text(data: Path, target: Path) -> None:
    """Write the tokens of all text that we may train vectors on, lower-cased, a sentence a line."""
    paths = [*corpora.TREEBANKS.values()]
    lines = [t.text for p in paths for t in trees(data / "treebank" / p)]
    for name in ("Turkish-Wiki-NER-Dataset/train.conll", "Turkish-Wiki-NER-Dataset/dev.conll", "HisTR/train.txt"):
        lines += [" ".join(w for w, _ in rows) for rows in corpora.columns(data / "names" / name)]
    lines += [s.text for s in read(OWN) if not corpora.is_held(s)]
    target.write_text("\n".join(" ".join(lower(t) for t, _ in pieces(line) if not t.isspace()) for line in lines), encoding="utf-8")


def vectors(nlp: Language, text: Path) -> None:
    """Train floret vectors on ``text`` and give them to the vocabulary, looked up by NORM; those made before are read again."""
    path = text.with_suffix(".floret")
    if not path.exists() or path.stat().st_mtime < text.stat().st_mtime:
        train_vectors(text, path)
    lines = path.read_text(encoding="utf-8").splitlines()
    header = lines[0].split()
    rows = numpy.asarray([line.split()[1:] for line in lines[1:]], dtype="f")
    nlp.vocab.vectors = Vectors(
        strings=nlp.vocab.strings, mode="floret", data=rows, hash_count=int(header[4]), minn=int(header[2]), maxn=int(header[3]),
        hash_seed=int(header[5]), bow=header[6], eow=header[7], attr="NORM",
    )  # fmt: skip


def train_vectors(text: Path, path: Path) -> None:
    """Train floret vectors (Boyd and Warmerdam 2022) on one thread and save them."""
    model = floret.train_unsupervised(
        str(text), model="cbow", mode="floret", hashCount=2, bucket=BUCKETS, minn=3, maxn=5, minCount=3, dim=WIDTH, epoch=15, lr=0.1,
        thread=1, ws=5,
    )  # fmt: skip
    model.save_floret_vectors(str(path))


def build(config: Path, source: Path) -> Language:
    """Return an untrained pipeline with floret vectors."""
    with by_numpy():
        nlp = spacy.util.load_model_from_config(Config().from_disk(config), auto_fill=True)
    vectors(nlp, source)
    return remember(nlp)


def batches(examples: Sequence[Example], seed: int) -> Iterator[list[Example]]:
    """Yield shuffled batches for ever, growing from 200 to 1,200 words."""
    draw, size = random.Random(seed), 200.0
    while True:
        order = list(examples)
        draw.shuffle(order)
        batch: list[Example] = []
        for one in order:
            batch.append(one)
            if sum(len(e.reference) for e in batch) >= size:
                yield batch
                batch, size = [], min(1200.0, size * 1.001)
        if batch:
            yield batch


def fit(nlp: Language, train: Sequence[Example], dev: Sequence[Example], steps: int, weights: dict[str, float]) -> None:
    """Train until ``steps`` or until ``PATIENCE`` steps bring nothing; keep the best weights by the weighted dev score.

    Ctrl-C ends the training early and keeps the best weights so far.
    """
    nlp.initialize(lambda: [*train[:500], *train[-300:]])
    if nlp.has_pipe("morphologizer"):
        nlp.get_pipe("morphologizer").alone = True  # type: ignore[attr-defined]  # the scores are to be the network's own
    best: list[bytes] = []
    try:
        run(nlp, train, dev, steps, weights, best)
    except KeyboardInterrupt:
        print("stopped", flush=True)
    nlp.from_bytes(best[-1], exclude=["vocab", "tokenizer"])


def run(
    nlp: Language,
    train: Sequence[Example],
    dev: Sequence[Example],
    steps: int,
    weights: dict[str, float],
    best: list[bytes],
) -> None:
    """Update the networks batch by batch; whenever the dev score rises, put the weights into ``best``."""
    optimizer = Adam(0.001, grad_clip=1.0, L2=0.01, use_averages=True)
    top, top_at, begun = -1.0, 0, time.monotonic()
    for step, batch in enumerate(batches(train, SEED), 1):
        nlp.update(batch, sgd=optimizer, drop=DROPOUT)
        if step % EVERY and step < steps:
            continue
        with nlp.use_params(optimizer.averages):
            scores = nlp.evaluate(list(dev))
            total = sum(weight * float(scores.get(k) or 0) for k, weight in weights.items())
            if total > top:
                top, top_at = total, step
                best[:] = [nlp.to_bytes(exclude=["vocab", "tokenizer"])]
        shown = " ".join(f"{k} {100 * float(scores.get(k) or 0):.1f}" for k in weights)
        print(f"{step:6d} {time.monotonic() - begun:6.0f} s  {shown}  best {100 * top:.2f}", flush=True)
        if step >= steps or step - top_at >= PATIENCE:
            return


STEPS = {"syntax": 1800, "names": 4600}
PARTS = {
    "syntax": ("model.cfg", {"pos_acc": 0.1, "morph_acc": 0.3, "dep_uas": 0.1, "dep_las": 0.4, "sents_f": 0.1}),
    "names": ("names.cfg", {"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0}),
}


def assemble(syntax: Path, names: Path, target: Path) -> None:
    """Join the two trained pipelines into one folder, beside the model card that is there."""
    nlp = spacy.load(syntax)
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.meta.update(
        name="hariciye", version="1.1.0", license="CC BY-SA 4.0",
        description="Turkish: features chosen among rule readings, dependencies, sentences, names; trained on open data, see README.md",
    )  # fmt: skip
    nlp.to_disk(target)


def train_part(given: argparse.Namespace, part: str) -> None:
    """Train one part and save it."""
    fix_random_seed(SEED)
    config, weights = PARTS[part]
    nlp = build(HERE / config, given.work / "raw.txt")
    train, dev = corpora.syntax(nlp, given.data, SEED) if part == "syntax" else corpora.entities(nlp, given.data, OWN, SEED)
    print(part, len(train), "examples", sum(len(e.reference) for e in train), "tokens", flush=True)
    fit(nlp, train, dev, given.steps or STEPS[part], weights)
    nlp.to_disk(given.work / part)


def train_all(given: argparse.Namespace) -> None:
    """Make the vectors, train both parts side by side, and join them."""
    raw_text(given.data, given.work / "raw.txt")
    build(HERE / "model.cfg", given.work / "raw.txt")
    command = [sys.executable, "-m", "extraction.training.train", str(given.data), "--work", str(given.work), "--part"]
    running = [subprocess.Popen([*command, part], env={**os.environ, "OMP_NUM_THREADS": "1"}) for part in PARTS]
    codes = [process.wait() for process in running]
    if any(codes):
        raise SystemExit("training failed: see above")
    assemble(given.work / "syntax", given.work / "names", given.out)


def main(arguments: Sequence[str]) -> None:
    """Run the training that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--part", choices=[*PARTS, "all", "join"], default="all")
    parser.add_argument("--out", type=Path, default=HERE.parent / "model")
    parser.add_argument("--work", type=Path, default=Path("build/model"))
    parser.add_argument("--steps", type=int, default=0)
    given = parser.parse_args(arguments)
    if not (given.data / "treebank").is_dir():
        raise SystemExit(f"{given.data}: no treebank/ in it; name the folder of open Turkish data (see extraction/model/README.md)")
    given.work.mkdir(parents=True, exist_ok=True)
    if given.part == "all":
        train_all(given)
    elif given.part == "join":
        assemble(given.work / "syntax", given.work / "names", given.out)
    else:
        train_part(given, given.part)


if __name__ == "__main__":
    main(sys.argv[1:])
