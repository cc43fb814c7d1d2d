// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/json.h"
#include "views/artifacts/artifacttreemodel.h"
#include "views/artifacts/tablemodel.h"
#include "views/artifacts/valuemodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace podium;
using namespace podium::views;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, const QByteArray& bytes = "x") {
    fs::create_directories(path.parent_path());
    QFile file(QFile::decodeName(path.c_str()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

artifacts::TextBytes textOf(std::string text) {
    return artifacts::openText(std::make_shared<artifacts::MemoryBytes>(std::move(text))).value();
}

QStringList column(const QAbstractItemModel& model, int column) {
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row)
        cells << model.index(row, column).data(TableModel::FullTextRole).toString();
    return cells;
}

}  // namespace

class TestArtifactModels : public QObject {
    Q_OBJECT
private slots:
    void tree();
    void treeOfAnotherRoot();
    void treeThatIsGone();
    void values();
    void oneValue();
    void table();
    void tableSorts();
    void bigTableReadsWhereItIsLookedAt();

private:
    jobs::JobEngine m_engine;
};

void TestArtifactModels::tree() {
    QTemporaryDir dir;
    const fs::path root = dir.path().toStdString();
    put(root / "b.txt", "12345");
    put(root / "model/data/weights.bin");
    put(root / "model/MLmodel");
    fs::create_directory(root / "empty");
    fs::create_symlink("..", root / "out");
    ArtifactTreeModel model(m_engine, nullptr);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy listed(&model, &ArtifactTreeModel::listed);
    model.setRoot(root);
    QTRY_VERIFY(!listed.isEmpty());
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.index(0, 0).data().toString(), u"empty"_qs);
    QCOMPARE(model.index(1, 0).data().toString(), u"model"_qs);
    QCOMPARE(model.index(2, 0).data().toString(), u"b.txt"_qs);
    QCOMPARE(model.index(2, 1).data().toString(), u"5 B"_qs);
    QVERIFY(model.entry(model.index(3, 0))->problem);
    QVERIFY(!model.hasChildren(model.index(3, 0)));
    QVERIFY(!model.index(3, 0).data(Qt::ToolTipRole).toString().isEmpty());

    const QModelIndex folder = model.index(1, 0);
    QVERIFY(model.hasChildren(folder));
    model.fetchMore(folder);
    QTRY_VERIFY(model.isListed(folder));
    QCOMPARE(model.rowCount(folder), 2);
    // The tester, like a view, may have listed the folder below already.
    model.fetchMore(model.nearest(u"model/data"_qs));
    QTRY_VERIFY(model.isListed(model.nearest(u"model/data"_qs)));
    QCOMPARE(model.nearest(u"model/data/weights.bin"_qs).data().toString(), u"weights.bin"_qs);
}

void TestArtifactModels::treeOfAnotherRoot() {
    QTemporaryDir dir;
    const fs::path root = dir.path().toStdString();
    put(root / "one/a.txt");
    put(root / "two/b.txt");
    ArtifactTreeModel model(m_engine, nullptr);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy listed(&model, &ArtifactTreeModel::listed);
    model.setRoot(root / "one");
    model.setRoot(root / "two");  // the listing of the first must not arrive in the second
    QTRY_COMPARE(model.rowCount(), 1);
    QTest::qWait(50);
    QCOMPARE(listed.size(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u"b.txt"_qs);
    model.setRoot({});
    QCOMPARE(model.rowCount(), 0);
}

void TestArtifactModels::treeThatIsGone() {
    ArtifactTreeModel model(m_engine, nullptr);
    QSignalSpy failed(&model, &ArtifactTreeModel::rootFailed);
    model.setRoot("/nowhere/at/all");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].value<base::Error>().code == base::ErrorCode::PathNotFound);
}

void TestArtifactModels::values() {
    ValueModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto tree = artifacts::readJson(textOf(R"({"a": {"b": [1, NaN]}, "c": "x\ny"})")).value();
    model.setTree(std::make_shared<artifacts::ValueTree>(std::move(tree)));
    QCOMPARE(model.rowCount(), 2);
    const QModelIndex a = model.index(0, 0);
    const QModelIndex b = model.index(0, 0, a);
    const QModelIndex nan = model.index(1, 0, b);
    QCOMPARE(nan.siblingAtColumn(ValueModel::ValueColumn).data().toString(), u"NaN"_qs);
    QCOMPARE(model.pathOf(nan), u"a.b[1]"_qs);
    QCOMPARE(model.index(1, ValueModel::ValueColumn).data(ValueModel::FullTextRole).toString(),
             u"x\ny"_qs);
    QVERIFY(!model.index(1, ValueModel::ValueColumn).data().toString().contains(u'\n'));
}

void TestArtifactModels::oneValue() {
    ValueModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTree(
        std::make_shared<artifacts::ValueTree>(artifacts::readJson(textOf("42")).value()));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, ValueModel::ValueColumn).data().toString(), u"42"_qs);
    model.setTree(std::make_shared<artifacts::ValueTree>(artifacts::readJson(textOf("")).value()));
    QCOMPARE(model.rowCount(), 0);
}

void TestArtifactModels::table() {
    TableModel model(m_engine, nullptr);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy shown(&model, &TableModel::shown);
    auto table = std::make_shared<artifacts::DelimitedTable>(
        textOf("name,acc\nx,0.5\ny\nz,0.7,extra\n"), ',');
    QVERIFY(table->grow({}).ok());
    model.setTable(table, artifacts::guessShape(table->read(0, 100).value()));
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"acc"_qs);
    QVERIFY(!model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    QCOMPARE(column(model, 0), (QStringList{u"x"_qs, u"y"_qs, u"z"_qs}));
    QCOMPARE(column(model, 2), (QStringList{QString(), QString(), u"extra"_qs}));
    QCOMPARE(model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight,
             static_cast<int>(Qt::AlignRight));
    QCOMPARE(model.index(0, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight, 0);
}

void TestArtifactModels::tableSorts() {
    TableModel model(m_engine, nullptr);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto table =
        std::make_shared<artifacts::DelimitedTable>(textOf("k,v\na,10\nB,nan\nc,9\nd,-1e3\n"), ',');
    QVERIFY(table->grow({}).ok());
    model.setTable(table, artifacts::guessShape(table->read(0, 100).value()));
    QTRY_VERIFY(model.isSortable());
    const QPersistentModelIndex kept = model.index(2, 0);
    model.sort(1, Qt::AscendingOrder);
    QCOMPARE(column(model, 1), (QStringList{u"-1e3"_qs, u"9"_qs, u"10"_qs, u"nan"_qs}));
    QCOMPARE(kept.row(), 1);
    model.sort(1, Qt::DescendingOrder);
    QCOMPARE(column(model, 1), (QStringList{u"10"_qs, u"9"_qs, u"-1e3"_qs, u"nan"_qs}));
    model.sort(0, Qt::DescendingOrder);
    QCOMPARE(column(model, 0), (QStringList{u"d"_qs, u"c"_qs, u"B"_qs, u"a"_qs}));
    model.sort(-1, Qt::AscendingOrder);
    QCOMPARE(column(model, 0), (QStringList{u"a"_qs, u"B"_qs, u"c"_qs, u"d"_qs}));
    QCOMPARE(kept.row(), 2);
}

void TestArtifactModels::bigTableReadsWhereItIsLookedAt() {
    std::string text = "n,twice\n";
    constexpr int Rows = 150'000;
    for (int i = 0; i < Rows; ++i)
        text += std::to_string(i) + ',' + std::to_string(2 * i) + '\n';
    TableModel model(m_engine, nullptr);
    auto table = std::make_shared<artifacts::DelimitedTable>(textOf(std::move(text)), ',');
    QVERIFY(table->grow({}).ok());
    model.setTable(table, artifacts::guessShape(table->read(0, 100).value()));
    QTRY_COMPARE(model.rowCount(), Rows);
    QVERIFY(!model.isSortable());
    const QModelIndex far = model.index(140'000, 1);
    QVERIFY(far.data().isNull());  // not read yet: asking for it starts the read
    QTRY_COMPARE(far.data().toString(), u"280000"_qs);
}

QTEST_MAIN(TestArtifactModels)
#include "tst_artifactmodels.moc"
