# SPDX-License-Identifier: GPL-3.0-or-later
"""The artifacts of the sample store's runs, for make_sample.py."""

import json
import struct
import zlib

CLASSES = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]


def config_json(run):
    return json.dumps({"run": run.name, "params": run.values, "data": {"workers": 8, "pin_memory": True},
                       "hardware": {"gpus": 1, "gpu": "RTX 4090", "precision": "bf16"}}, indent=2) + "\n"


def metrics_csv(run, keys):
    rows = [",".join(["epoch"] + keys)]
    for i, values in enumerate(zip(*(run.history[key] for key in keys))):
        rows.append(",".join([str(i)] + [repr(v) for v in values]))
    return "\n".join(rows) + "\n"


def report_md(run, loss, score):
    losses, scores = run.history[loss], run.history[score]
    best = min(range(len(losses)), key=losses.__getitem__)
    return f"""# {run.name}

| | last | best | at |
|---|---:|---:|---:|
| `{loss}` | {losses[-1]:.4f} | {losses[best]:.4f} | {best} |
| `{score}` | {scores[-1]:.4f} | {scores[best]:.4f} | {best} |

## Settings

{chr(10).join(f"- **{key}**: {value}" for key, value in sorted(run.values.items()))}

## Notes

- [x] same data and seed policy as the baseline
- [ ] latency measured on the target machine

> The best value is the one the model was saved at.
"""


def model_files(run, flavor, packages, inputs, outputs):
    """The files of a logged model and its entry in the tag mlflow.log-model.history."""
    identity = run.store.hex_id()
    signature = {"inputs": json.dumps([{"name": n, "type": "double", "required": True} for n in inputs]),
                 "outputs": json.dumps([{"name": n, "type": "double", "required": True} for n in outputs]), "params": None}
    requirements = ["mlflow==2.17.2", *packages, "numpy==1.26.4"]
    data = run.store.random.randbytes(384)
    flavors = {"python_function": {"env": {"conda": "conda.yaml", "virtualenv": "python_env.yaml"},
                                   "loader_module": f"mlflow.{flavor}", "python_version": "3.11.7"},
               flavor: {"model_data": "data", "code": None}}
    files = {
        "MLmodel": f"""artifact_path: model
flavors:
  python_function:
    data: data
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: mlflow.{flavor}
    python_version: 3.11.7
  {flavor}:
    code: null
    model_data: data
mlflow_version: 2.17.2
model_size_bytes: {len(data)}
model_uuid: {identity}
run_id: {run.id}
signature:
  inputs: '{signature["inputs"]}'
  outputs: '{signature["outputs"]}'
  params: null
utc_time_created: '2026-11-02 09:14:27.301442'
""",
        "conda.yaml": "channels:\n- conda-forge\ndependencies:\n- python=3.11.7\n- pip<=24.2\n- pip:\n"
                      + "".join(f"  - {r}\n" for r in requirements) + "name: mlflow-env\n",
        "python_env.yaml": "python: 3.11.7\nbuild_dependencies:\n- pip==24.2\n- setuptools==65.5.1\n- wheel==0.44.0\n"
                           "dependencies:\n- -r requirements.txt\n",
        "requirements.txt": "\n".join(requirements),
        "data/model.bin": data,
    }
    history = {"run_id": run.id, "artifact_path": "model", "utc_time_created": "2026-11-02 09:14:27.301442",
               "model_uuid": identity, "flavors": flavors}
    return files, history


def confusion_matrix_svg(rng, accuracy):
    """Ten classes, rows sum to 1000; cats and dogs are taken for each other, as they always are."""
    cell, left, top = 44, 110, 112
    size = left + 10 * cell + 24
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" viewBox="0 0 {size} {size}" '
             'font-family="sans-serif" font-size="12">', f'<rect width="{size}" height="{size}" fill="#ffffff"/>',
             f'<text x="{left}" y="22" font-size="15" fill="#1d2127">Predicted class (columns), true class (rows)</text>']
    for i, name in enumerate(CLASSES):
        x, y = left + i * cell + cell / 2, top + i * cell + cell / 2 + 4
        parts.append(f'<text x="{left - 8}" y="{y:g}" text-anchor="end" fill="#6a717c">{name}</text>')
        parts.append(f'<text transform="translate({x + 4:g} {top - 8}) rotate(-45)" fill="#6a717c">{name}</text>')
    for row in range(10):
        rest = int(1000 * (1 - accuracy) * rng.uniform(0.7, 1.3))
        weights = [0 if c == row else (6 if {row, c} == {3, 5} else rng.uniform(0.2, 1.5)) for c in range(10)]
        for column in range(10):
            count = 1000 - rest if column == row else round(rest * weights[column] / sum(weights))
            shade = min(1.0, count / 1000 if column == row else count / 120)
            ink = "#ffffff" if shade > 0.55 else "#1d2127"
            x, y = left + column * cell, top + row * cell
            parts.append(f'<rect x="{x}" y="{y}" width="{cell - 2}" height="{cell - 2}" rx="4" fill="#2f62d0" fill-opacity="{shade:.2f}"/>'
                         f'<text x="{x + cell / 2 - 1:g}" y="{y + cell / 2 + 3:g}" text-anchor="middle" fill="{ink}">{count}</text>')
    return "\n".join(parts) + "\n</svg>\n"


def png(width, height, pixels):
    """An 8-bit RGB PNG; `pixels` is rows of bytes."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    raw = b"".join(b"\0" + row for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b"")


def prediction_grid_png(rng):
    """A grid of small pictures with a green or red frame: right and wrong predictions."""
    columns, rows, tile = 8, 4, 40
    picture = [bytearray(b"\xf4\xf5\xf7" * (columns * tile)) for _ in range(rows * tile)]
    for tile_row in range(rows):
        for tile_column in range(columns):
            frame = (0xC6, 0x2F, 0x2F) if rng.random() < 0.09 else (0x1F, 0x8A, 0x5B)
            sky = [rng.randrange(90, 230) for _ in range(3)]
            thing = [rng.randrange(20, 200) for _ in range(3)]
            cx, cy, radius = rng.uniform(13, 26), rng.uniform(15, 26), rng.uniform(6, 12)
            for y in range(2, tile - 2):
                for x in range(2, tile - 2):
                    edge = min(x, y, tile - 1 - x, tile - 1 - y) < 4
                    inside = (x - cx) ** 2 + ((y - cy) * 1.3) ** 2 < radius**2
                    color = frame if edge else thing if inside else [c * (50 + y // 5 * 5) // 90 for c in sky]
                    at = (tile_column * tile + x) * 3
                    picture[tile_row * tile + y][at:at + 3] = bytes(color)
    return png(columns * tile, rows * tile, picture)
