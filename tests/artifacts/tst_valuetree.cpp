// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/json.h"
#include "artifacts/yaml.h"

#include <QTest>

using namespace podium::artifacts;

Q_DECLARE_METATYPE(podium::artifacts::TreeEnd)

namespace {

TextBytes textOf(std::string text) {
    return openText(std::make_shared<MemoryBytes>(std::move(text))).value();
}

/// The tree in one line: {key=value,...} and [value,...], with a letter for the scalar's type.
QString drawn(const ValueTree& tree, ValueTree::Node node = ValueTree::Root) {
    if (tree.empty())
        return {};
    const auto text = [](std::string_view view) {
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    };
    const ValueType type = tree.type(node);
    QString line;
    if (type != ValueType::Object && type != ValueType::Array) {
        const char letter = type == ValueType::String    ? 's'
                            : type == ValueType::Number  ? 'n'
                            : type == ValueType::Boolean ? 'b'
                            : type == ValueType::Alias   ? 'a'
                                                         : '0';
        return QChar::fromLatin1(letter) + text(tree.value(node));
    }
    QStringList parts;
    for (std::uint32_t row = 0; row < tree.childCount(node); ++row) {
        const ValueTree::Node child = tree.child(node, row);
        Q_ASSERT(tree.row(child) == row && tree.parent(child) == node);
        parts << (type == ValueType::Object ? text(tree.key(child)) + u'=' : QString()) +
                     drawn(tree, child);
    }
    return type == ValueType::Object ? u'{' + parts.join(u',') + u'}'
                                     : u'[' + parts.join(u',') + u']';
}

}  // namespace

class TestValueTree : public QObject {
    Q_OBJECT
private slots:
    void json_data();
    void json();
    void jsonLines();
    void jsonFaultHasAPlace();
    void deepJson();
    void wideJson();
    void longValue();
    void longFile();
    void yaml_data();
    void yaml();
    void yamlBomb();
    void deepYaml();
    void cancelled();
};

void TestValueTree::json_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("tree");
    QTest::addColumn<TreeEnd>("end");
    const auto row = [](const char* name, const char* text, const char* tree,
                        TreeEnd end = TreeEnd::Whole) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(tree) << end;
    };
    row("object", R"({"a": 1, "b": [true, null, "x"]})", "{a=n1,b=[btrue,0null,sx]}");
    row("empties", R"([{}, [], ""])", "[{},[],s]");
    row("bare NaN", "[NaN, Infinity, -Infinity]", "[nNaN,nInfinity,n-Infinity]");
    row("numbers stay text", "[1e999, 0.10, 12345678901234567890]",
        "[n1e999,n0.10,n12345678901234567890]");
    row("escapes", R"(["\u00e9\ud83c\udf88\n\/"])", "[sé🎈\n/]");
    row("lone surrogate", R"(["\ud83cx"])", "[s\xEF\xBF\xBDx]");
    row("duplicate keys", R"({"a":1,"a":2})", "{a=n1,a=n2}");
    row("scalar", "42", "n42");
    row("bad escape", R"(["\q"])", "[]", TreeEnd::Malformed);
    row("cut", R"({"a": 1, "b": [2)", "{a=n1,b=[n2]}", TreeEnd::Malformed);
    row("two documents", "{} {}", "{}", TreeEnd::Malformed);
    row("trailing comma", "[1,]", "[n1]", TreeEnd::Malformed);
    row("wrong closer", "[1}", "[n1]", TreeEnd::Malformed);
    row("nothing", "  ", "", TreeEnd::Malformed);
    row("words", "hello", "", TreeEnd::Malformed);
    row("backslash at the end", "\"\\", "", TreeEnd::Malformed);
}

void TestValueTree::json() {
    QFETCH(QByteArray, text);
    const auto tree = readJson(textOf(text.toStdString()));
    QVERIFY(tree.ok());
    QTEST(drawn(tree.value()), "tree");
    QTEST(tree.value().end(), "end");
}

void TestValueTree::jsonLines() {
    const auto tree = readJsonLines(textOf("{\"a\":1}\n\n{\"a\":NaN}\n")).value();
    QCOMPARE(drawn(tree), u"[{a=n1},{a=nNaN}]"_qs);
    const auto broken = readJsonLines(textOf("{\"a\":1}\noops\n")).value();
    QCOMPARE(drawn(broken), u"[{a=n1}]"_qs);
    QCOMPARE(broken.line(), 2);
}

void TestValueTree::jsonFaultHasAPlace() {
    const auto tree = readJson(textOf("{\n  \"a\": oops\n}")).value();
    QVERIFY(tree.end() == TreeEnd::Malformed);
    QCOMPARE(tree.line(), 2);
    QCOMPARE(tree.column(), 8);
    QCOMPARE(tree.reason(), "a value");
}

void TestValueTree::deepJson() {
    const auto tree = readJson(textOf(std::string(5'000'000, '['))).value();
    QCOMPARE(tree.size(), TreeBounds{}.depth);
    const std::string closed = std::string(100'000, '[') + "1" + std::string(100'000, ']');
    const auto deep = readJson(textOf("{\"a\":" + closed + ",\"b\":2}")).value();
    QVERIFY(deep.end() == TreeEnd::TooDeep);
    QCOMPARE(deep.childCount(ValueTree::Root), 2U);  // what is behind it is still there
}

void TestValueTree::wideJson() {
    std::string text = "[";
    for (int i = 0; i < 400'000; ++i)
        text += "1,";
    const auto tree = readJson(textOf(text + "1]")).value();
    QVERIFY(tree.end() == TreeEnd::TooMany);
    QCOMPARE(tree.size(), TreeBounds{}.nodes);
    QCOMPARE(tree.childCount(ValueTree::Root), TreeBounds{}.nodes - 1);
}

void TestValueTree::longValue() {
    const auto tree = readJson(textOf('"' + std::string(20 << 20, 'x') + '"')).value();
    QCOMPARE(tree.value(ValueTree::Root).size(), TreeBounds{}.valueBytes);
    QVERIFY(tree.cut(ValueTree::Root));
}

void TestValueTree::longFile() {
    TreeBounds bounds;
    bounds.fileBytes = 100;
    std::string text = "[1";
    while (text.size() < 1000)
        text += ",1";
    const auto tree = readJson(textOf(text + "]"), bounds).value();
    QVERIFY(tree.end() == TreeEnd::TooLong);
    QVERIFY(tree.childCount(ValueTree::Root) > 40);
}

void TestValueTree::yaml_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("tree");
    QTest::addColumn<TreeEnd>("end");
    const auto row = [](const char* name, const char* text, const char* tree,
                        TreeEnd end = TreeEnd::Whole) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(tree) << end;
    };
    row("map", "a: 1\nb: [true, ~, x]\nc:\n", "{a=n1,b=[btrue,0,sx],c=0}");
    row("types", "[1.5, -2, .nan, '1', \"x\", 1e3, 1.2.3, -, 0x1]",
        "[n1.5,n-2,n.nan,s1,sx,n1e3,s1.2.3,s-,s0x1]", TreeEnd::Whole);
    row("nested", "a:\n  b:\n  - c: 1\n    d: 2\n", "{a={b=[{c=n1,d=n2}]}}");
    row("alias", "a: &x {k: v}\nb: *x\n", "{a={k=sv},b=a*x}");
    row("documents", "a: 1\n---\nb: 2\n", "[{a=n1},{b=n2}]");
    row("collection as key", "? [1, 2]\n: x\n", "{?=[n1,n2],=sx}");
    row("block text", "a: |\n  one\n  two\n", "{a=sone\ntwo\n}");
    row("broken", "a: 1\nb: }\n", "{a=n1}", TreeEnd::Malformed);
    row("unknown alias", "a: *nope\n", "{}", TreeEnd::Malformed);
    row("empty", "", "");
}

void TestValueTree::yaml() {
    QFETCH(QByteArray, text);
    const auto tree = readYaml(textOf(text.toStdString()));
    QVERIFY(tree.ok());
    QTEST(drawn(tree.value()), "tree");
    QTEST(tree.value().end(), "end");
}

void TestValueTree::yamlBomb() {
    std::string text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 60; ++i) {
        const std::string alias = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int k = 0; k < 8; ++k)
            text += alias + ',';
        text += alias + "]\n";
    }
    const auto tree = readYaml(textOf(text)).value();
    QVERIFY(tree.end() == TreeEnd::Whole);
    QVERIFY(tree.size() < 1000);
}

void TestValueTree::deepYaml() {
    const auto flow = readYaml(textOf(std::string(100'000, '['))).value();
    QVERIFY(flow.end() != TreeEnd::Whole);
    std::string text;
    for (int i = 0; i < 2'000; ++i)
        text += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    const auto block = readYaml(textOf(text)).value();
    QVERIFY(block.end() != TreeEnd::Whole);
    QVERIFY(block.size() <= 300);
}

void TestValueTree::cancelled() {
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(readJson(textOf("[1]"), {}, stop.get_token()).cancelled());
    QVERIFY(readYaml(textOf("[1]"), {}, stop.get_token()).cancelled());
}

QTEST_GUILESS_MAIN(TestValueTree)
#include "tst_valuetree.moc"
