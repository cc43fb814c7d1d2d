# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/artifacts with the libraries that people use: numpy, h5py, onnx and Python's own
pickle and sqlite3. Run it by hand; the tests use what it made."""
import gzip, io, json, os, pickle, sqlite3, struct, sys, tarfile, zipfile

import h5py
import numpy as np
import onnx
from onnx import TensorProto, helper

out = os.path.join(os.path.dirname(os.path.abspath(__file__)), "artifacts")
os.makedirs(out, exist_ok=True)


def path(name):
    return os.path.join(out, name)


# Arrays
np.save(path("ramp.npy"), np.arange(12, dtype="<f4").reshape(3, 4))
np.save(path("fortran.npy"), np.asfortranarray(np.arange(12, dtype=">i2").reshape(3, 4)))
np.save(path("line.npy"), np.array([1.0, np.nan, -np.inf, 0.0, 3.0]))
np.save(path("half.npy"), np.array([0.5, -2.0, 65504.0, 6e-8], dtype="f2"))
np.save(path("complex.npy"), np.array([3 + 4j, 1 - 1j]))
np.save(path("text.npy"), np.array(["ab", "né", "\U0001F388"]))
np.save(path("bytes.npy"), np.array([b"ab", b"c"]))
np.save(path("record.npy"), np.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f8")]))
np.save(path("objects.npy"), np.array([{"a": 1}, None], dtype=object), allow_pickle=True)
np.save(path("scalar.npy"), np.float64(7))
np.savez_compressed(path("two.npz"), weights=np.ones((2, 2)), bias=np.zeros(3, dtype="i8"))

# Keras's older format: groups by symbol tables, texts of the root; and the newer way, by links
for name, kind in (("old.h5", "earliest"), ("new.h5", "latest")):
    with h5py.File(path(name), "w", libver=kind) as f:
        f.attrs["keras_version"] = "2.15.0"
        f.attrs["backend"] = np.bytes_("tensorflow")
        f.attrs["model_config"] = json.dumps({"class_name": "Sequential"})
        group = f.create_group("model_weights/dense/dense")
        group.create_dataset("kernel:0", data=np.zeros((4, 3), dtype="f4"))
        group.create_dataset("bias:0", data=np.zeros(3, dtype="f8"))
        f.create_dataset("count", data=np.int64(5))

# ONNX
node = helper.make_node("Gemm", ["x", "w", "b"], ["y"])
relu = helper.make_node("Relu", ["y"], ["z"])
graph = helper.make_graph(
    [node, relu], "net",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["batch", 4])],
    [helper.make_tensor_value_info("z", TensorProto.FLOAT, ["batch", 3])],
    [helper.make_tensor("w", TensorProto.FLOAT, [4, 3], np.zeros(12, dtype="f4").tobytes(), raw=True),
     helper.make_tensor("b", TensorProto.FLOAT, [3], [0.0, 1.0, 2.0])])
model = helper.make_model(graph, producer_name="podium-test", producer_version="1")
helper.set_model_props(model, {"author": "nobody"})
onnx.save(model, path("net.onnx"))

# Safetensors, by its specification
header = {"__metadata__": {"format": "pt"},
          "w": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, 24]},
          "b": {"dtype": "BF16", "shape": [2], "data_offsets": [24, 28]}}
text = json.dumps(header).encode()
with open(path("weights.safetensors"), "wb") as f:
    f.write(struct.pack("<Q", len(text)) + text + bytes(28))


# Pickles
class Trap:
    def __reduce__(self):
        return (os.system, ("touch /tmp/podium-pickle-ran",))


for protocol in (0, 2, 4, 5):
    with open(path(f"array{protocol}.pkl"), "wb") as f:
        pickle.dump({"w": np.arange(3), "name": "x" * 300}, f, protocol)
with open(path("trap.pkl"), "wb") as f:
    pickle.dump([Trap(), Trap()], f, 4)

# A database
if os.path.exists(path("tables.db")):
    os.remove(path("tables.db"))
db = sqlite3.connect(path("tables.db"))
db.execute("CREATE TABLE \"odd \"\"name\" (id INTEGER, \"va'lue\" REAL, raw BLOB)")
db.executemany("INSERT INTO \"odd \"\"name\" VALUES (?, ?, ?)",
               [(i, i / 2, bytes(i % 4)) for i in range(250)])
db.execute("CREATE TABLE words (word TEXT)")
db.execute("INSERT INTO words VALUES ('héllo'), (NULL)")
db.execute("CREATE VIEW all_words AS SELECT * FROM words")
db.commit()
db.close()

# Archives
with zipfile.ZipFile(path("names.zip"), "w", zipfile.ZIP_DEFLATED) as z:
    for name in ("plain.txt", "folder/data.csv", "../escape.txt", "/absolute.txt", "C:\\drive.txt",
                 "folder/../../up.txt"):
        z.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)), "a,b\n1,2\n")
with tarfile.open(path("names.tar.gz"), "w:gz") as t:
    for name in ("dir/a.txt", "../b.txt"):
        info = tarfile.TarInfo(name)
        info.size = 3
        t.addfile(info, io.BytesIO(b"abc"))
    link = tarfile.TarInfo("link")
    link.type = tarfile.SYMTYPE
    link.linkname = "/etc/passwd"
    t.addfile(link)
with open(path("table.csv.gz"), "wb") as f:
    f.write(gzip.compress(b"a,b\n1,2\n", 9, mtime=0))
# zstd -q -c > table.csv.zst made the last one.
