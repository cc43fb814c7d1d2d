// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"
#include "tests/stores/recordingsink.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>
#include <QtTest>

namespace fs = std::filesystem;
using namespace podium;
using tests::buildTree;
using tests::RecordingSink;

// A tree goes in, lines come out. What MLflow would do with each is in the comment of its row.
class FileStoreLayoutsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void onlyAskedRuns();
    void stopsWhenAsked();
    void manyRunsOnManyThreads();
};

void FileStoreLayoutsTest::reads_data() {
    QTest::addColumn<QByteArray>("tree");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* tree, const char* expected) {
        QTest::newRow(name) << QByteArray(tree) << QByteArray(expected).trimmed();
    };
    row("0.x: integer ids, run_uuid, name in a tag, two-field lines", R"(
0/
  meta.yaml = artifact_location: /old/0\nexperiment_id: 0\nlifecycle_stage: active\nname: Default\n
  r1/
    meta.yaml = artifact_uri: /old/0/r1/artifacts\nend_time: 1543420230\nexperiment_id: 0\nname: ''\nrun_uuid: r1\nstart_time: 1543420225\nstatus: 3\nuser_id: u\n
    metrics/
      loss = 1543420225 0.5\n1543420226 0.25\n
    params/
      lr = 0.1
    tags/
      mlflow.runName = old run
)",
        R"(experiment 0 'Default' active
run 0/r1 'old run' FINISHED active params{lr=0.1} tags{mlflow.runName=old run} loss[0.5@0/1543420225 0.25@0/1543420226])");
    row("3.x: inputs, outputs, logged model, lines with datasets", R"(
111111111111111111/
  meta.yaml = creation_time: 1\nexperiment_id: '111111111111111111'\nlifecycle_stage: active\nname: e\n
  tags/
    owner = bob
  datasets/
    d1/
      meta.yaml = digest: 93c2\nname: my data\nprofile: '{}'\nschema: '{}'\nsource: s\nsource_type: local\n
  models/
    m-1/
      meta.yaml = experiment_id: '111111111111111111'\nmodel_id: m-1\nname: net\nstatus: 2\n
      params/
        p = 1
      metrics/
        acc = 5 0.5 1 r1 my data 93c2\n6 0.7 2 r1 my data 93c2\n7 0.6 0 r1\n
  r1/
    meta.yaml = experiment_id: '111111111111111111'\nlifecycle_stage: active\nrun_id: r1\nrun_name: new\nstart_time: 1\nstatus: 1\nuser_id: u\n
    inputs/
      i1/
        meta.yaml = source_id: d1\nsource_type: DATASET\ntags:\n  mlflow.data.context: training\n
      i2/
        meta.yaml = source_id: m-0\nsource_type: MODEL\ntags: {}\n
    outputs/
      m-1/
        meta.yaml = destination_id: m-1\nsource_id: m-1\nstep: 4\n
    metrics/
      a/
        b/
          acc = 5 0.5 1 my data 93c2\n6 0.7 2 my data 93c2\n
)",
        R"(experiment 111111111111111111 'e' active tags{owner=bob}
run 111111111111111111/r1 'new' RUNNING active a/b/acc[0.5@1/5 0.7@2/6] input(my data 93c2 tags{mlflow.data.context=training}) in(m-0) out(m-1@4)
logged 111111111111111111/m-1 'net' READY active params{p=1} acc(my data)=0.7@2 acc()=0.6@0)");
    // 1.x: deleted by place, whatever the yaml says. 2.x and later: by the yaml.
    row("both kinds of trash", R"(
1/
  meta.yaml = experiment_id: '1'\nlifecycle_stage: active\nname: one\n
.trash/
  2/
    meta.yaml = experiment_id: '2'\nlifecycle_stage: active\nname: two\n
    r2/
      meta.yaml = experiment_id: '2'\nlifecycle_stage: active\nrun_id: r2\nstart_time: 1\nstatus: 3\nuser_id: u\n
  333333333333333333/
    meta.yaml = creation_time: 1\nexperiment_id: '333333333333333333'\nlifecycle_stage: deleted\nname: three\n
  444444444444444444/
    meta.yaml = creation_time: 1\nexperiment_id: '444444444444444444'\nlifecycle_stage: active\nname: four\n
555555555555555555/
  meta.yaml = creation_time: 1\nexperiment_id: '555555555555555555'\nlifecycle_stage: deleted\nname: five\n
)",
        R"(experiment 1 'one' active
experiment 2 'two' deleted
experiment 333333333333333333 'three' deleted
experiment 444444444444444444 'four' active
experiment 555555555555555555 'five' deleted
run 2/r2 '' FINISHED active)");
    row("registry: the folder of aliases wins, deleted versions are skipped", R"(
models/
  m/
    meta.yaml = aliases:\n  stale: '9'\ncreation_timestamp: 1\nname: m\n
    aliases/
      prod = 10
      bad = x
    tags/
      team = a
    version-2/
      meta.yaml = current_stage: None\nname: m\nversion: 2\n
      tags/
        k = v
    version-10/
      meta.yaml = current_stage: Production\nname: m\nversion: 10\n
    version-3/
      meta.yaml = current_stage: Deleted_Internal\nname: m\nversion: 3\n
    version-4/
      x = y
  notes/
    a.txt = x
)",
        R"(model m tags{team=a} @prod=10
version m v10 Production
version m v2 None tags{k=v}
problem meta-missing models/m/version-4/meta.yaml
problem meta-value-invalid models/m/aliases/bad bad x
problem unexpected-entry models/notes)");
    row("windows line ends and values", R"(
0/
  meta.yaml = experiment_id: '0'\r\nname: D\r\n
  r1/
    meta.yaml = experiment_id: '0'\r\nrun_id: r1\r\nrun_name: w\r\nstart_time: 1\r\nstatus: 3\r\nuser_id: u\r\n
    metrics/
      loss = 1 0.5 0\r\n2 0.25 1\r\n
    params/
      text = a\r\nb
)",
        "experiment 0 'D' active\n"
        "run 0/r1 'w' FINISHED active params{text=a\r\nb} loss[0.5@0/1 0.25@1/2]");
    row("strangers", R"(
.DS_Store = x
readme.txt = hello
.git/
  config = x
src/
  train.py = x
0/
  .DS_Store = x
  notes.txt = hello
  .ipynb_checkpoints/
    a = x
  meta.yaml = experiment_id: '0'\nname: D\n
  r1/
    .DS_Store = x
    loose.txt = x
    meta.yaml = experiment_id: '0'\nrun_id: r1\nstart_time: 1\nstatus: 3\nuser_id: u\n
    params/
      .DS_Store = \x00\xff
      ._a = \x00\xff
      a = 1
    inputs/
      stray.txt = x
  0123456789abcdef0123456789abcdef/
    artifacts/
      m.pkl = x
)",
        R"(experiment 0 'D' active
run 0/r1 '' FINISHED active params{a=1}
problem meta-missing 0/0123456789abcdef0123456789abcdef
problem unexpected-entry 0/r1/inputs/stray.txt
problem unexpected-entry src)");
    // MLflow skips the experiment, its runs are lost to it.
    row("experiment without or with another's meta", R"(
5/
  r1/
    meta.yaml = experiment_id: '5'\nrun_id: r1\nstart_time: 1\nstatus: 3\nuser_id: u\n
7/
  meta.yaml = experiment_id: '6'\nname: renumbered\n
  r2/
    meta.yaml = experiment_id: '6'\nrun_id: r2\nstart_time: 1\nstatus: 3\nuser_id: u\n
  r3/
    meta.yaml = experiment_id: '9'\nrun_id: other\nstart_time: 1\nstatus: 3\nuser_id: u\n
)",
        R"(experiment 5 '5' active
experiment 7 'renumbered' active
run 5/r1 '' FINISHED active
run 7/r2 '' FINISHED active
run 7/r3 '' FINISHED active
problem meta-id-mismatch 7/meta.yaml 6 7
problem meta-id-mismatch 7/r3/meta.yaml 9 7
problem meta-id-mismatch 7/r3/meta.yaml other r3
problem meta-missing 5/meta.yaml)");
    row("a store in a store is not mixed in", R"(
0/
  meta.yaml = experiment_id: '0'\nname: D\n
  mlruns/
    1/
      meta.yaml = experiment_id: '1'\nname: inner\n
mlruns/
  0/
    meta.yaml = experiment_id: '0'\nname: inner\n
empty/
)",
        R"(experiment 0 'D' active
problem nested-store 0/mlruns
problem nested-store mlruns)");
    row("two experiments of one name, one id in two places", R"(
1/
  meta.yaml = experiment_id: '1'\nname: same\n
2/
  meta.yaml = experiment_id: '2'\nname: same\n
.trash/
  1/
    meta.yaml = experiment_id: '1'\nname: old\n
)",
        R"(experiment 1 'same' active
experiment 2 'same' active
problem duplicate-name .trash/1 1
problem duplicate-name 2 same)");
    row("last line without an end", R"(
0/
  meta.yaml = experiment_id: '0'\nname: D\n
  done/
    meta.yaml = experiment_id: '0'\nrun_id: done\nstart_time: 1\nstatus: 3\nuser_id: u\n
    metrics/
      good = 1 0.5 0\n2 0.25 1
      cut = 1 0.5 0\n2
  live/
    meta.yaml = experiment_id: '0'\nrun_id: live\nstart_time: 1\nstatus: 1\nuser_id: u\n
    metrics/
      good = 1 0.5 0\n2 0.25 1
      cut = 1 0.5 0\n2
      new =
)",
        R"(experiment 0 'D' active
run 0/done '' FINISHED active cut[0.5@0/1] good[0.5@0/1 0.25@1/2]
run 0/live '' RUNNING active cut[0.5@0/1] good[0.5@0/1]
problem metric-line-invalid 0/done/metrics/cut 2 not a metric line)");
    row("ids of digits without quotes", R"(
012/
  meta.yaml = experiment_id: 012\nname: octal\n
  00000000000000000000000000071370/
    meta.yaml = experiment_id: 012\nrun_id: 00000000000000000000000000071370\nstart_time: 1\nstatus: 3\nuser_id: u\n
)",
        R"(experiment 012 'octal' active
run 012/00000000000000000000000000071370 '' FINISHED active)");
    row("run without meta but with data", R"(
0/
  meta.yaml = experiment_id: '0'\nname: D\n
  r1/
    params/
      a = 1
)",
        R"(experiment 0 'D' active
run 0/r1 '' UNKNOWN active params{a=1}
problem meta-missing 0/r1/meta.yaml)");
    row("artifact folders beside experiments", R"(
0/
  meta.yaml = experiment_id: '0'\nname: D\n
3/
  r1/
    artifacts/
      m = x
)",
        R"(experiment 0 'D' active
problem meta-missing 3)");
}

void FileStoreLayoutsTest::reads() {
    QFETCH(QByteArray, tree);
    QFETCH(QByteArray, expected);
    const QTemporaryDir dir;
    const fs::path root = fs::path(dir.path().toStdString()) / "s";
    QVERIFY(buildTree(root, tree.toStdString()));
    auto store = stores::FileStore::open(root);
    QVERIFY(store.ok());
    RecordingSink sink;
    base::Progress progress;
    QVERIFY(store.value()->read({}, sink, sink, progress, {}).ok());
    QVERIFY(sink.inOrder);
    std::string lines;
    for (const std::string& line : sink.lines())
        lines += (lines.empty() ? "" : "\n") + line;
    QCOMPARE(QString::fromStdString(lines), QString::fromUtf8(expected));
}

namespace {

void addRun(std::string& tree, const std::string& id) {
    tree += "  " + id + "/\n    meta.yaml = experiment_id: '0'\\nrun_id: " + id +
            "\\nstart_time: 1\\nstatus: 3\\nuser_id: u\\n\n    params/\n      p = " + id + "\n";
}

}  // namespace

void FileStoreLayoutsTest::onlyAskedRuns() {
    const QTemporaryDir dir;
    const fs::path root = dir.path().toStdString();
    std::string tree = "0/\n  meta.yaml = experiment_id: '0'\\nname: D\\n\n";
    for (const char* id : {"r1", "r2", "r3"})
        addRun(tree, id);
    tree += "1/\n  meta.yaml = experiment_id: '1'\\nname: E\\n\n";
    tree += "models/\n  m/\n    meta.yaml = name: m\\ncreation_timestamp: 1\\n\n";
    QVERIFY(buildTree(root, tree));
    auto store = stores::FileStore::open(root);
    QVERIFY(store.ok());
    RecordingSink sink;
    base::Progress progress;
    stores::ReadRequest request;
    request.runIds = {"r2", "gone", "../0/r1", "tags", ""};
    QVERIFY(store.value()->read(request, sink, sink, progress, {}).ok());
    QCOMPARE(sink.read, (std::vector<std::string>{"r2"}));
    QCOMPARE(sink.experiments.size(), std::size_t{1});
    QVERIFY(sink.registeredModels.empty());
    QVERIFY(sink.problems.empty());
    QCOMPARE(progress.total.load(), 1);
}

void FileStoreLayoutsTest::stopsWhenAsked() {
    const QTemporaryDir dir;
    const fs::path root = dir.path().toStdString();
    std::string tree = "0/\n  meta.yaml = experiment_id: '0'\\nname: D\\n\n";
    for (int i = 0; i < 50; ++i)
        addRun(tree, "r" + std::to_string(i));
    QVERIFY(buildTree(root, tree));
    auto store = stores::FileStore::open(root);
    QVERIFY(store.ok());
    RecordingSink sink;
    base::Progress progress;
    std::stop_source source;
    source.request_stop();
    QVERIFY(store.value()->read({}, sink, sink, progress, source.get_token()).cancelled());
    QVERIFY(sink.read.empty());
}

void FileStoreLayoutsTest::manyRunsOnManyThreads() {
    const QTemporaryDir dir;
    const fs::path root = dir.path().toStdString();
    std::string tree = "0/\n  meta.yaml = experiment_id: '0'\\nname: D\\n\n";
    for (int i = 0; i < 300; ++i)
        addRun(tree, "r" + std::to_string(i));
    QVERIFY(buildTree(root, tree));
    auto store = stores::FileStore::open(root);
    QVERIFY(store.ok());
    for (const unsigned threads : {1U, 3U, 32U}) {
        RecordingSink sink;
        base::Progress progress;
        stores::ReadRequest request;
        request.threads = threads;
        QVERIFY(store.value()->read(request, sink, sink, progress, {}).ok());
        QCOMPARE(sink.runs.size(), std::size_t{300});
        for (const auto& [id, run] : sink.runs)
            QCOMPARE(run.params, (std::vector<domain::Param>{{"p", id}}));
        QCOMPARE(progress.done.load(), 300);
    }
}

QTEST_GUILESS_MAIN(FileStoreLayoutsTest)
#include "tst_filestorelayouts.moc"
