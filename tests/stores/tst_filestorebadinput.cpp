// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/filestore.h"
#include "tests/stores/recordingsink.h"
#include "tests/support/tree.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <fstream>

namespace fs = std::filesystem;
using namespace podium;
using tests::RecordingSink;

namespace {

std::string runMeta(const std::string& id, int status = 3) {
    return "experiment_id: '0'\nlifecycle_stage: active\nrun_id: " + id +
           "\nstart_time: 1\nstatus: " + std::to_string(status) + "\nuser_id: u\n";
}

/// Peak memory of this process, in MiB.
long peakMemory() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

}  // namespace

/// Each test puts one bad thing beside a good run `ok`, which must be read whatever happens.
class FileStoreBadInputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void badMeta_data();
    void badMeta();
    void badExperimentMeta_data();
    void badExperimentMeta();
    void badMetricFile_data();
    void badMetricFile();
    void hugeParam();
    void hugeMeta();
    void endlessBinaryMetricFile();
    void tenThousandLevels();
    void oddNames();
    void notUtf8Values();
    void fifoInPlaceOfAFile();
    void unreadable();
    void symbolicLinks();
    void vanishedRoot();

private:
    void read(unsigned threads = 2);
    [[nodiscard]] QString problems() const;
    [[nodiscard]] const domain::Run& run(const char* id) const { return m_sink->runs.at(id); }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_root;
    fs::path m_run;  // folder of the bad run `r`, which has a good meta.yaml
    std::unique_ptr<RecordingSink> m_sink;
};

void FileStoreBadInputTest::init() {
    // In memory where there is such a place: to remove 10,000 levels takes a disk half a minute.
    const QString memory = QStringLiteral("/dev/shm");
    const QString place = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    m_dir = std::make_unique<QTemporaryDir>(place + QLatin1String("/podium-badinput-XXXXXX"));
    QVERIFY(m_dir->isValid());
    m_root = fs::path(m_dir->path().toStdString()) / "mlruns";
    m_run = m_root / "0" / "r";
    m_sink = std::make_unique<RecordingSink>();
    QVERIFY(tests::writeFile(m_root / "0" / "meta.yaml", "experiment_id: '0'\nname: D\n"));
    QVERIFY(tests::writeFile(m_root / "0" / "ok" / "meta.yaml", runMeta("ok")));
    QVERIFY(tests::writeFile(m_root / "0" / "ok" / "params" / "a", "1"));
    QVERIFY(tests::writeFile(m_run / "meta.yaml", runMeta("r")));
}

void FileStoreBadInputTest::read(unsigned threads) {
    auto store = stores::FileStore::open(m_root);
    QVERIFY(store.ok());
    base::Progress progress;
    stores::ReadRequest request;
    request.threads = threads;
    QVERIFY(store.value()->read(request, *m_sink, *m_sink, progress, {}).ok());
    QCOMPARE(m_sink->runs.count("ok"), std::size_t{1});
    QCOMPARE(run("ok").params, (std::vector<domain::Param>{{"a", "1"}}));
    // What is read once must be found unchanged, however bad it is.
    const auto firstProblems = m_sink->problemLines();
    const auto firstRuns = m_sink->runs;
    m_sink->startAnew();
    QVERIFY(store.value()->read(request, *m_sink, *m_sink, progress, {}).ok());
    QVERIFY(m_sink->read.empty());
    QCOMPARE(m_sink->unchanged.size(), firstRuns.size());
    m_sink->startAnew();
    request.full = true;
    QVERIFY(store.value()->read(request, *m_sink, *m_sink, progress, {}).ok());
    QCOMPARE(m_sink->problemLines(), firstProblems);
}

QString FileStoreBadInputTest::problems() const {
    QStringList said;
    for (const std::string& line : m_sink->problemLines())
        said << QString::fromStdString(line).mid(8);
    return said.join(QLatin1Char('\n'));
}

void FileStoreBadInputTest::badMeta_data() {
    QTest::addColumn<QByteArray>("meta");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const char* meta, const char* status,
                        const char* problem) {
        QTest::newRow(name) << QByteArray(meta) << QString::fromLatin1(status)
                            << QString::fromLatin1(problem);
    };
    row("zero bytes", "", "UNKNOWN", "meta-empty 0/r/meta.yaml");
    row("only null", "null\n", "UNKNOWN", "meta-empty 0/r/meta.yaml");
    row("cut in the middle", "experiment_id: '0'\nlifecycle_stage: active\nrun_id: r\nrun_na",
        "UNKNOWN", "meta-invalid 0/r/meta.yaml the last key is cut off");
    row("cut at a line", "experiment_id: '0'\nlifecycle_stage: active\nrun_id: r\n", "UNKNOWN",
        "meta-key-missing 0/r/meta.yaml start_time\nmeta-key-missing 0/r/meta.yaml user_id");
    row("cut within quotes", "experiment_id: '0\n", "UNKNOWN",
        "meta-invalid 0/r/meta.yaml illegal document indicator in scalar (line 2)");
    row("a list", "- 1\n- 2\n", "UNKNOWN", "meta-invalid 0/r/meta.yaml not a mapping");
    row("unknown status", "experiment_id: '0'\nrun_id: r\nstart_time: 1\nstatus: 9\nuser_id: u\n",
        "UNKNOWN", "meta-value-invalid 0/r/meta.yaml status 9");
    row("no status", "experiment_id: '0'\nrun_id: r\nstart_time: 1\nuser_id: u\n", "RUNNING", "");
    row("not UTF-8",
        "experiment_id: '0'\nrun_id: r\nrun_name: b\xFF"
        "d\nstart_time: 1\nstatus: 3\nuser_id: u\n",
        "FINISHED", "not-utf8 0/r/meta.yaml");
    row("no ids", "start_time: 1\nstatus: 3\nuser_id: u\n", "FINISHED",
        "meta-key-missing 0/r/meta.yaml experiment_id\nmeta-key-missing 0/r/meta.yaml run_id");
}

void FileStoreBadInputTest::badMeta() {
    QFETCH(QByteArray, meta);
    QFETCH(QString, status);
    QFETCH(QString, problem);
    QVERIFY(tests::writeFile(m_run / "meta.yaml", meta.toStdString()));
    QVERIFY(tests::writeFile(m_run / "params" / "p", "x"));
    read();
    QCOMPARE(QString::fromUtf8(statusName(run("r").status).data()), status);
    QCOMPARE(run("r").params, (std::vector<domain::Param>{{"p", "x"}}));
    QCOMPARE(problems(), problem);
    for (const std::string& owner : m_sink->problemRuns)
        QCOMPARE(owner, std::string("r"));
}

void FileStoreBadInputTest::badExperimentMeta_data() {
    QTest::addColumn<QByteArray>("meta");
    QTest::addColumn<QString>("problem");
    QTest::newRow("zero bytes") << QByteArray() << QStringLiteral("meta-empty 0/meta.yaml");
    QTest::newRow("cut") << QByteArray("experiment_id: '0'\nna")
                         << QStringLiteral("meta-invalid 0/meta.yaml the last key is cut off");
    QTest::newRow("no name") << QByteArray("experiment_id: '0'\n")
                             << QStringLiteral("meta-key-missing 0/meta.yaml name");
}

void FileStoreBadInputTest::badExperimentMeta() {
    QFETCH(QByteArray, meta);
    QFETCH(QString, problem);
    QVERIFY(tests::writeFile(m_root / "0" / "meta.yaml", meta.toStdString()));
    read();
    QCOMPARE(problems(), problem);
    QCOMPARE(m_sink->experiments.at("0").name, std::string("0"));
}

void FileStoreBadInputTest::badMetricFile_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<qsizetype>("points");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* name, const QByteArray& content, qsizetype points,
                        const char* problem) {
        QTest::newRow(name) << content << points << QString::fromLatin1(problem);
    };
    row("empty", "", 0, "metric-file-empty 0/r/metrics/m");
    row("one bad line", "1 0.5 0\nnonsense\n2 0.5 1\n", 2,
        "metric-line-invalid 0/r/metrics/m 2 not a metric line");
    row("blank line", "1 0.5 0\n\n2 0.5 1\n", 2,
        "metric-line-invalid 0/r/metrics/m 2 not a metric line");
    row("many bad lines", QByteArray("x\n").repeated(100) + "1 0.5 0\n", 1,
        "metric-line-invalid 0/r/metrics/m 1 not a metric line\n"
        "metric-line-invalid 0/r/metrics/m 2 not a metric line\n"
        "metric-line-invalid 0/r/metrics/m 3 not a metric line; 97 more follow");
    row("binary", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe", 18), 0,
        "metric-line-invalid 0/r/metrics/m 1 not a metric line\n"
        "metric-line-invalid 0/r/metrics/m 2 not a metric line\n"
        "metric-line-invalid 0/r/metrics/m 3 not a metric line");
    row("a line of a megabyte", "1 0.5 0\n" + QByteArray(1 << 20, '7') + "\n2 0.5 1\n", 2,
        "metric-line-invalid 0/r/metrics/m 2 not a metric line");
}

void FileStoreBadInputTest::badMetricFile() {
    QFETCH(QByteArray, content);
    QFETCH(qsizetype, points);
    QFETCH(QString, problem);
    QVERIFY(tests::writeFile(m_run / "metrics" / "m", content.toStdString()));
    QVERIFY(tests::writeFile(m_run / "metrics" / "good", "1 0.5 0\n"));
    read();
    const auto& metrics = run("r").metrics;
    QCOMPARE(metrics.front().key, std::string("good"));
    QCOMPARE(metrics.size(), std::size_t{points > 0 ? 2U : 1U});
    if (points > 0)
        QCOMPARE(static_cast<qsizetype>(metrics.back().points.size()), points);
    QCOMPARE(problems(), problem);
}

void FileStoreBadInputTest::hugeParam() {
    constexpr std::uintmax_t Size = 100ULL * 1024 * 1024;
    QVERIFY(tests::writeFile(m_run / "params" / "huge", "start"));
    fs::resize_file(m_run / "params" / "huge", Size);
    // A character of two bytes lies across the bound.
    std::string wide = "x";
    for (int i = 0; i < 600'000; ++i)
        wide += "\xC3\xA9";
    QVERIFY(tests::writeFile(m_run / "params" / "wide", wide));
    const long before = peakMemory();
    read();
    QVERIFY2(peakMemory() - before < 32, qPrintable(QString::number(peakMemory() - before)));
    QCOMPARE(run("r").params.size(), std::size_t{2});
    QCOMPARE(run("r").params[0].value.size(), std::size_t{1024UL * 1024});
    QVERIFY(run("r").params[0].value.starts_with("start"));
    QCOMPARE(run("r").params[1].value.size(), std::size_t{1024UL * 1024 - 1});
    QCOMPARE(problems(), QStringLiteral("value-too-large 0/r/params/huge 104857600 1048576\n"
                                        "value-too-large 0/r/params/wide 1200001 1048576"));
}

void FileStoreBadInputTest::hugeMeta() {
    fs::resize_file(m_run / "meta.yaml", 100ULL * 1024 * 1024);
    const long before = peakMemory();
    read();
    QVERIFY(peakMemory() - before < 32);
    QCOMPARE(run("r").status, domain::RunStatus::Unknown);
    QCOMPARE(problems(), QStringLiteral("value-too-large 0/r/meta.yaml 104857600 4194304"));
}

void FileStoreBadInputTest::endlessBinaryMetricFile() {
    QVERIFY(tests::writeFile(m_run / "metrics" / "m", "x"));
    // A terabyte of zeros takes no room on disk and would take an hour to read.
    std::error_code error;
    fs::resize_file(m_run / "metrics" / "m", 1ULL << 40U, error);
    if (error)
        fs::resize_file(m_run / "metrics" / "m", 1ULL << 33U);
    const long before = peakMemory();
    read();
    QVERIFY(peakMemory() - before < 32);
    QCOMPARE(problems(), QStringLiteral("metric-line-invalid 0/r/metrics/m 1 not a metric line; "
                                        "the rest was not read"));
}

void FileStoreBadInputTest::tenThousandLevels() {
    QVERIFY(tests::writeFile(m_run / "params" / "good", "1"));
    // Far longer than any path may be, so that it is made step by step.
    int dir = ::open((m_run / "params").c_str(), O_RDONLY | O_DIRECTORY);
    for (int i = 0; i < 10'000 && dir >= 0; ++i) {
        QCOMPARE(::mkdirat(dir, "d", 0700), 0);
        const int next = ::openat(dir, "d", O_RDONLY | O_DIRECTORY);
        ::close(dir);
        dir = next;
    }
    QVERIFY(dir >= 0);
    read();
    // What takes the temporary folder away goes down by names and gives up on such depth: climb up
    // from the bottom instead.
    for (int i = 0; i < 10'000; ++i) {
        const int up = ::openat(dir, "..", O_RDONLY | O_DIRECTORY);
        ::close(dir);
        ::unlinkat(up, "d", AT_REMOVEDIR);
        dir = up;
    }
    ::close(dir);
    QVERIFY(!fs::exists(m_run / "params" / "d"));
    QCOMPARE(run("r").params, (std::vector<domain::Param>{{"good", "1"}}));
    QVERIFY2(problems().startsWith(QLatin1String("nesting-too-deep 0/r/params/d/d/")),
             qPrintable(problems()));
    QVERIFY(problems().endsWith(QLatin1String("/d 64")));
    QVERIFY(!problems().contains(QLatin1Char('\n')));
}

void FileStoreBadInputTest::oddNames() {
    for (const char* name :
         {"line\nfeed", "\xFF\xFE", "bell\a", "loss(train)", "\xC3\xA9t\xC3\xA9", "a b.c-d_e"})
        QVERIFY(tests::writeFile(m_run / "params" / name, "v"));
    QVERIFY(tests::writeFile(m_root / "0" / "r\xFF\nx" / "meta.yaml", runMeta("x")));
    read();
    QCOMPARE(run("r").params.size(), std::size_t{6});
    for (const auto& [key, value] : run("r").params)
        QCOMPARE(value, std::string("v"));
    QVERIFY(m_sink->runs.count("r\xEF\xBF\xBD\nx") == 1);
    const QString said = problems();
    QCOMPARE(said.count(QLatin1String("key-invalid")), 4);
    QVERIFY(said.contains(QStringLiteral("key-invalid 0/r/params/line\nfeed line\nfeed")));
    QVERIFY(said.contains(QStringLiteral("0/r/params/loss(train)")));
    QVERIFY(said.contains(QStringLiteral("0/r/params/\uFFFD\uFFFD")));
    QVERIFY(said.contains(QLatin1String("meta-id-mismatch")));
    fs::remove_all(m_root);  // QTemporaryDir can't remove names that are no UTF-8
}

void FileStoreBadInputTest::notUtf8Values() {
    QVERIFY(tests::writeFile(m_run / "params" / "p", "a\xFF\xFFz"));
    QVERIFY(tests::writeFile(m_run / "tags" / "t", "\xC3"));
    read();
    QCOMPARE(run("r").params[0].value, std::string("a\xEF\xBF\xBD\xEF\xBF\xBDz"));
    QCOMPARE(run("r").tags[0].value, std::string("\xEF\xBF\xBD"));
    QCOMPARE(problems(), QStringLiteral("not-utf8 0/r/params/p\nnot-utf8 0/r/tags/t"));
}

void FileStoreBadInputTest::fifoInPlaceOfAFile() {
    fs::create_directories(m_run / "params");
    fs::create_directories(m_run / "metrics");
    fs::remove(m_run / "meta.yaml");
    for (const char* place : {"meta.yaml", "params/p", "metrics/m", "tags"})
        QCOMPARE(::mkfifo((m_run / place).c_str(), 0600), 0);
    read();
    QCOMPARE(run("r").status, domain::RunStatus::Unknown);
    QCOMPARE(problems(), QStringLiteral("unexpected-entry 0/r/meta.yaml\n"
                                        "unexpected-entry 0/r/metrics/m\n"
                                        "unexpected-entry 0/r/params/p\n"
                                        "unexpected-entry 0/r/tags"));
}

void FileStoreBadInputTest::unreadable() {
    if (::geteuid() == 0)
        QSKIP("root may read everything");
    QVERIFY(tests::writeFile(m_run / "params" / "p", "x"));
    QVERIFY(tests::writeFile(m_run / "tags" / "t", "x"));
    ::chmod((m_run / "params").c_str(), 0);
    ::chmod((m_run / "tags" / "t").c_str(), 0);
    read();
    ::chmod((m_run / "params").c_str(), 0700);
    QCOMPARE(problems(), QStringLiteral("read-failed 0/r/params Permission denied\n"
                                        "read-failed 0/r/tags/t Permission denied"));
}

void FileStoreBadInputTest::symbolicLinks() {
    const fs::path outside = fs::path(m_dir->path().toStdString()) / "outside";
    QVERIFY(tests::writeFile(outside / "secret", "hidden"));
    QVERIFY(tests::writeFile(outside / "meta.yaml", runMeta("x")));
    QVERIFY(tests::buildTree(m_root, R"(
0/
  r/
    params/
      inside -> ../../ok/params/a
      absolute -> /etc/passwd
      out -> ../../../../outside/secret
      nowhere -> nothing
      loop -> loop
      round -> .
      folder -> ../../ok/params
    tags -> ../../../outside
  linkedrun -> ../../outside
linkedexp -> ../outside
)"));
    read();
    // A link below a followed link is not followed: what "round" leads to has only links in it.
    QCOMPARE(run("r").params, (std::vector<domain::Param>{{"folder/a", "1"}, {"inside", "1"}}));
    for (const auto& [id, read] : m_sink->runs) {
        for (const auto& [key, value] : read.params)
            QVERIFY(value != "hidden");
    }
    QCOMPARE(m_sink->runs.size(), std::size_t{2});
    const QString said = problems();
    for (const char* path :
         {"0/linkedrun", "linkedexp", "0/r/params/absolute", "0/r/params/out", "0/r/tags"})
        QVERIFY2(said.contains(QLatin1String("symlink-outside ") + QLatin1String(path)),
                 qPrintable(said));
}

void FileStoreBadInputTest::vanishedRoot() {
    auto store = stores::FileStore::open(m_root);
    QVERIFY(store.ok());
    fs::remove_all(m_root);
    base::Progress progress;
    const auto result = store.value()->read({}, *m_sink, *m_sink, progress, {});
    QVERIFY(result.failed());
    QCOMPARE(result.error().code, base::ErrorCode::SourceVanished);
}

QTEST_GUILESS_MAIN(FileStoreBadInputTest)
#include "tst_filestorebadinput.moc"
