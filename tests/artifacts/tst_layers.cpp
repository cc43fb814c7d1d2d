// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/layers.h"
#include "tests/artifacts/samples.h"

#include <QElapsedTimer>
#include <QTest>

using namespace podium;
using namespace podium::artifacts;
using tests::bytesOf;
using tests::HollowBytes;
using tests::sample;

namespace {

using Shape = std::vector<std::int64_t>;

std::string about(const LayerList& list, const char* key) {
    for (const auto& [name, value] : list.about) {
        if (name == key)
            return value;
    }
    return "-";
}

const Layer* layer(const LayerList& list, const char* name) {
    for (const Layer& one : list.layers) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

QByteArray safetensors(const QByteArray& header, const QByteArray& data = {}) {
    QByteArray length(8, '\0');
    for (int i = 0; i < 8; ++i)
        length[i] = static_cast<char>(static_cast<quint64>(header.size()) >> (8 * i));
    return length + header + data;
}

}  // namespace

class TestLayers : public QObject {
    Q_OBJECT
private slots:
    void safetensorsHeader();
    void hostileSafetensors();
    void onnx();
    void hostileOnnx();
    void hdf5_data();
    void hdf5();
    void hdf5InCircles();
};

void TestLayers::safetensorsHeader() {
    const QByteArray content = sample("weights.safetensors");
    const auto list = readSafetensors(bytesOf(content));
    QVERIFY(list.ok());
    QCOMPARE(list.value().layers.size(), std::size_t{2});
    QCOMPARE(about(list.value(), "format"), std::string("pt"));
    const Layer* weights = layer(list.value(), "w");
    QVERIFY(weights);
    QCOMPARE(weights->type, std::string("F32"));
    QCOMPARE(weights->shape, (Shape{2, 3}));
    QCOMPARE(weights->bytes, 24);
    QVERIFY(list.value().fault.empty());
}

void TestLayers::hostileSafetensors() {
    QVERIFY(readSafetensors(bytesOf("abc")).failed());
    QVERIFY(readSafetensors(bytesOf(QByteArray(8, '\xFF') + "{}")).failed());
    QVERIFY(readSafetensors(bytesOf(safetensors("[1]"))).failed());
    // 100,000 levels are no deep recursion.
    QVERIFY(readSafetensors(bytesOf(safetensors(QByteArray(100'000, '[')))).failed());
    const auto lying = readSafetensors(bytesOf(safetensors(
        "{\"w\":{\"dtype\":\"F32\",\"shape\":[9],\"data_offsets\":[0,999999999999]}}")));
    QVERIFY(lying.ok());
    QCOMPARE(lying.value().layers.at(0).bytes, -1);
    QVERIFY(lying.value().fault.find('w') != std::string::npos);
    const auto cut = readSafetensors(bytesOf(safetensors("{\"w\":{\"dtype\":\"F32\"")));
    QVERIFY(cut.ok() && !cut.value().fault.empty());
}

void TestLayers::onnx() {
    const QByteArray content = sample("net.onnx");
    const auto list = readOnnx(bytesOf(content));
    QVERIFY(list.ok());
    const LayerList& net = list.value();
    QCOMPARE(about(net, "producer_name"), std::string("podium-test"));
    QCOMPARE(about(net, "author"), std::string("nobody"));
    QCOMPARE(about(net, "graph"), std::string("net"));
    QCOMPARE(net.operators.at("Gemm"), 1);
    QCOMPARE(net.operators.at("Relu"), 1);
    QCOMPARE(net.inputs.at(0).name, std::string("x"));
    QCOMPARE(net.inputs.at(0).shape, (Shape{-1, 4}));
    QCOMPARE(net.outputs.at(0).type, std::string("float"));
    QCOMPARE(layer(net, "w")->shape, (Shape{4, 3}));
    QCOMPARE(layer(net, "w")->bytes, 48);
    QCOMPARE(layer(net, "b")->bytes, 12);  // in typed fields: by its shape
    QVERIFY(net.fault.empty());
}

void TestLayers::hostileOnnx() {
    QVERIFY(readOnnx(bytesOf("hello there")).failed());
    QVERIFY(readOnnx(bytesOf(QByteArray(1000, '\xFF'))).failed());
    // A graph that claims to be longer than the file.
    QVERIFY(readOnnx(bytesOf(QByteArray("\x08\x08\x3A\xFF\xFF\xFF\x7F", 7))).ok() == false);
    // Weights of 1 TB are stepped over, not read.
    QByteArray head("\x08\x08\x3A", 3);
    const auto varint = [](quint64 value) -> QByteArray {
        QByteArray bytes;
        for (; value > 127; value >>= 7)
            bytes += static_cast<char>(value | 0x80);
        return bytes + static_cast<char>(value);
    };
    const qint64 raw = 1'000'000'000'000;
    const QByteArray tensor = QByteArray("\x08\x05\x10\x01\x42\x01w\x4A", 8) + varint(raw);
    const QByteArray graph = "\x2A" + varint(static_cast<quint64>(tensor.size() + raw)) + tensor;
    head += varint(static_cast<quint64>(graph.size() + raw)) + graph;
    QElapsedTimer timer;
    timer.start();
    const auto list = readOnnx(HollowBytes(head, head.size() + raw));
    QVERIFY(list.ok());
    QCOMPARE(list.value().layers.at(0).bytes, raw);
    QVERIFY(timer.elapsed() < 1000);
}

void TestLayers::hdf5_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("symbol tables") << QByteArray("old.h5");
    QTest::newRow("links") << QByteArray("new.h5");
}

void TestLayers::hdf5() {
    QFETCH(QByteArray, name);
    const QByteArray content = sample(name.constData());
    const auto list = readHdf5(bytesOf(content));
    QVERIFY(list.ok());
    const LayerList& file = list.value();
    QCOMPARE(file.layers.size(), std::size_t{3});
    const Layer* kernel = layer(file, "model_weights/dense/dense/kernel:0");
    QVERIFY(kernel);
    QCOMPARE(kernel->type, std::string("float32"));
    QCOMPARE(kernel->shape, (Shape{4, 3}));
    QCOMPARE(kernel->bytes, 48);
    QCOMPARE(layer(file, "model_weights/dense/dense/bias:0")->type, std::string("float64"));
    QCOMPARE(layer(file, "count")->type, std::string("int64"));
    QVERIFY(layer(file, "count")->shape.empty());
    QCOMPARE(about(file, "keras_version"), std::string("2.15.0"));
    QCOMPARE(about(file, "backend"), std::string("tensorflow"));
    QCOMPARE(about(file, "model_config"), std::string("{\"class_name\": \"Sequential\"}"));
    QVERIFY(file.fault.empty() && !file.cut);
}

/// A group that holds itself, and a tree that is its own child.
void TestLayers::hdf5InCircles() {
    QByteArray content = sample("old.h5");
    const qsizetype tree = content.indexOf("TREE");
    QVERIFY(tree > 0);
    // Version 0: the root's tree; its first child becomes the node itself.
    for (int i = 0; i < 8; ++i)
        content[tree + 8 + 16 + 8 + i] = static_cast<char>(static_cast<quint64>(tree) >> (8 * i));
    QVERIFY(readHdf5(bytesOf(content)).ok());
    QVERIFY(readHdf5(bytesOf("\x89HDF\r\n\x1A\n")).failed());
    QVERIFY(readHdf5(bytesOf(QByteArray("\x89HDF\r\n\x1A\n") + QByteArray(100, '\xFF'))).failed());
    QVERIFY(readHdf5(bytesOf(QByteArray("\x89HDF\r\n\x1A\n") + QByteArray(100, '\0'))).failed());
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
