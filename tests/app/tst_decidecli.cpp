// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/registryserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using podium::tests::RegistryServer;

namespace {

struct Answer {
    int code = -1;
    QString out;
    QString err;
};

void write(const QString& path, const QByteArray& content) {
    QDir().mkpath(path.section(u'/', 0, -2));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

}  // namespace

/// The commands that change a registry, run as a person runs them.
class TestDecideCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesAreMade_data();
    void changesAreMade();
    void dryRunsPrintAndWriteNothing_data();
    void dryRunsPrintAndWriteNothing();
    void aConflictIsKept();
    void whatIsSoAlreadyIsNoChange();
    void queuedOnesGoOutLater();
    void oneCanBeTakenBack();
    void wrongUsage_data();
    void wrongUsage();
    void aServerThatDoesNotAnswerKeepsItWaiting();
    void aRefusalIsTold();

private:
    [[nodiscard]] QString path(const char* name) const {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] Answer podium(const QStringList& arguments) const {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("MLFLOW_TRACKING_URI"));
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), path("data"));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(path("."));
        process.start(QStringLiteral(PODIUM_PROGRAM), arguments);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    [[nodiscard]] Answer podium(const QString& command, const QString& words) const {
        return podium(QStringList{command, path("mlruns")} + words.split(u' '));
    }
    [[nodiscard]] QByteArray model(const char* file) const {
        return read(path("mlruns/models/churn/") + QString::fromUtf8(file));
    }
    void addVersion(int number, const QByteArray& stage) const {
        write(path("mlruns/models/churn/version-") + QString::number(number) +
                  QStringLiteral("/meta.yaml"),
              "creation_timestamp: 1700000000000\ncurrent_stage: " + stage +
                  "\ndescription: ''\nlast_updated_timestamp: 1700000000000\nname: churn\n"
                  "run_id: ''\nrun_link: ''\nsource: /x\nstatus: READY\nstatus_message: ''\n"
                  "user_id: ''\nversion: " +
                  QByteArray::number(number) + "\n");
    }
    [[nodiscard]] bool isIn(int number, const QByteArray& stage) const {
        const QByteArray file = "version-" + QByteArray::number(number) + "/meta.yaml";
        return model(file.constData()).contains(QByteArray("\ncurrent_stage: " + stage + "\n"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDecideCli::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    write(path("mlruns/0/meta.yaml"),
          "artifact_location: /x\nexperiment_id: '0'\nlifecycle_stage: active\nname: Default\n");
    write(path("mlruns/models/churn/meta.yaml"),
          "aliases: {}\ncreation_timestamp: 1700000000000\ndescription: who leaves\n"
          "last_updated_timestamp: 1700000000000\nname: churn\n");
    write(path("mlruns/models/churn/aliases/champion"), "5");
    addVersion(4, "Production");
    addVersion(5, "Production");
    addVersion(7, "Staging");
}

void TestDecideCli::changesAreMade_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("content");
    const auto row = [](const char* command, const char* words, const char* line, const char* file,
                        const char* content) {
        QTest::addRow("%s %s", command, words)
            << QString::fromUtf8(command) << QString::fromUtf8(words) << QString::fromUtf8(line)
            << QString::fromUtf8(file) << QString::fromUtf8(content);
    };
    row("stage", "churn 7 production", "version 7 of churn: Staging → Production",
        "version-7/meta.yaml", "\ncurrent_stage: Production\n");
    row("stage", "churn 7 Production --archive-existing --expect Staging",
        "version 7 of churn: Staging → Production, archives 4, 5", "version-5/meta.yaml",
        "\ncurrent_stage: Archived\n");
    row("alias", "churn champion 7", "alias champion of churn: 5 → 7", "aliases/champion", "7");
    row("alias", "churn candidate 7 --expect=", "alias candidate of churn: (none) → 7",
        "aliases/candidate", "7");
    row("alias", "churn champion --remove", "alias champion of churn: 5 → (deleted)",
        "aliases/champion", "no file");
    row("describe", "churn better --model-version 7",
        "description of version 7 of churn: (none) → better", "version-7/meta.yaml",
        "\ndescription: better\n");
    row("tag", "churn team growth", "tag team of churn: (none) → growth", "tags/team", "growth");
    row("tag", "churn team growth --model-version 7",
        "tag team of version 7 of churn: (none) → growth", "version-7/tags/team", "growth");
}

void TestDecideCli::changesAreMade() {
    QFETCH(QString, command);
    QFETCH(QString, words);
    QFETCH(QString, line);
    QFETCH(QString, file);
    QFETCH(QString, content);
    const Answer answer = podium(command, words);
    QVERIFY2(answer.code == 0, qPrintable(answer.err));
    QCOMPARE(answer.out, line + u'\n');
    QVERIFY(model(file.toUtf8().constData()).contains(content.toUtf8()));
    QCOMPARE(podium({QStringLiteral("outbox")}).out, QStringLiteral("Nothing is waiting.\n"));
}

void TestDecideCli::dryRunsPrintAndWriteNothing_data() {
    QTest::addColumn<bool>("server");
    QTest::addColumn<QString>("expected");
    QTest::addRow("files") << false
                           << "  models/churn/version-4/meta.yaml: current_stage: Archived, "
                              "last_updated_timestamp: now";
    QTest::addRow("server") << true
                            << "  POST /api/2.0/mlflow/model-versions/transition-stage: "
                               "{\"archive_existing_versions\":true,\"name\":\"churn\","
                               "\"stage\":\"Production\",\"version\":\"7\"}";
}

void TestDecideCli::dryRunsPrintAndWriteNothing() {
    QFETCH(bool, server);
    QFETCH(QString, expected);
    RegistryServer registry;
    const QString place = server ? QString::fromStdString(registry.url()) : path("mlruns");
    const QString words = QStringLiteral("churn 7 Production --archive-existing --dry-run");
    const Answer answer = podium(QStringList{QStringLiteral("stage"), place} + words.split(u' '));
    QCOMPARE(answer.code, 0);
    const QStringList lines = answer.out.split(u'\n');
    QCOMPARE(lines.first(),
             QString::fromUtf8("version 7 of churn: Staging → Production, archives 4, 5"));
    QVERIFY2(lines.contains(expected), qPrintable(answer.out));
    QVERIFY(isIn(7, "Staging") && isIn(4, "Production"));
    QVERIFY(registry.changes().empty());
    QCOMPARE(podium({QStringLiteral("outbox")}).out, QStringLiteral("Nothing is waiting.\n"));
}

void TestDecideCli::aConflictIsKept() {
    const Answer answer =
        podium(QStringLiteral("stage"), QStringLiteral("churn 7 Production --expect None"));
    QCOMPARE(answer.code, 5);
    QVERIFY2(answer.err.contains(QStringLiteral("it is in Staging")), qPrintable(answer.err));
    QVERIFY(isIn(7, "Staging"));
    const Answer list = podium({QStringLiteral("outbox"), QStringLiteral("--json")});
    QCOMPARE(list.code, 5);
    const QJsonObject entry = QJsonDocument::fromJson(list.out.toUtf8()).array().at(0).toObject();
    QCOMPARE(entry.value(QStringLiteral("state")).toString(), QStringLiteral("conflict"));
    QCOMPARE(entry.value(QStringLiteral("found")).toString(), QStringLiteral("Staging"));
    // What depends on it waits; nothing else does.
    QCOMPARE(podium(QStringLiteral("tag"), QStringLiteral("churn k v --model-version 7")).code, 6);
    QCOMPARE(podium(QStringLiteral("tag"), QStringLiteral("churn k v --model-version 4")).code, 0);
}

void TestDecideCli::whatIsSoAlreadyIsNoChange() {
    const Answer answer = podium(QStringLiteral("alias"), QStringLiteral("churn champion 5"));
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.out.contains(QStringLiteral("already")));
    QCOMPARE(read(path("mlruns/models/churn/meta.yaml")).count("1700000000000"), 2);
}

void TestDecideCli::queuedOnesGoOutLater() {
    QCOMPARE(podium(QStringLiteral("alias"), QStringLiteral("churn champion 7 --queue")).code, 0);
    QCOMPARE(podium(QStringLiteral("tag"), QStringLiteral("churn k v --queue")).code, 0);
    QCOMPARE(model("aliases/champion"), QByteArray("5"));
    const Answer list = podium({QStringLiteral("outbox"), path("mlruns")});
    QCOMPARE(list.code, 6);
    QVERIFY(list.out.contains(QString::fromUtf8("alias champion of churn: 5 → 7")));
    const Answer retried = podium({QStringLiteral("outbox"), QStringLiteral("--retry")});
    QVERIFY2(retried.code == 0, qPrintable(retried.err));
    QCOMPARE(retried.out, QStringLiteral("Nothing is waiting.\n"));
    QCOMPARE(model("aliases/champion"), QByteArray("7"));
    QCOMPARE(model("tags/k"), QByteArray("v"));
}

void TestDecideCli::oneCanBeTakenBack() {
    QCOMPARE(podium(QStringLiteral("alias"), QStringLiteral("churn champion 7 --queue")).code, 0);
    const auto discard = [&](const char* number) {
        return podium({QStringLiteral("outbox"), QStringLiteral("--discard"),
                       QString::fromUtf8(number), QStringLiteral("--retry")});
    };
    QCOMPARE(discard("9").code, 2);
    QCOMPARE(discard("1").code, 0);
    QCOMPARE(model("aliases/champion"), QByteArray("5"));
    QCOMPARE(discard("1").code, 2);
}

void TestDecideCli::wrongUsage_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* command, const char* words) {
        QTest::addRow("%s %s", command, words)
            << QString::fromUtf8(command) << QString::fromUtf8(words);
    };
    row("stage", "churn 7 Live");
    row("stage", "churn 9 Production");
    row("stage", "nobody 7 Production");
    row("stage", "churn 7 Archived --archive-existing");
    row("alias", "churn champion");
    row("alias", "churn champion 7 --remove");
    row("alias", "churn champion 9");
    row("tag", "churn k v --model-version x");
    row("tag", "churn k v --remove");
}

void TestDecideCli::wrongUsage() {
    QFETCH(QString, command);
    QFETCH(QString, words);
    const Answer answer = podium(command, words);
    QCOMPARE(answer.code, 2);
    QVERIFY(!answer.err.isEmpty());
    QVERIFY(isIn(7, "Staging"));
}

void TestDecideCli::aServerThatDoesNotAnswerKeepsItWaiting() {
    RegistryServer registry;
    const QString url = QString::fromStdString(registry.url());
    const QStringList moved{QStringLiteral("alias"), url, QStringLiteral("churn"),
                            QStringLiteral("champion"), QStringLiteral("7")};
    registry.loseAnswers(true);
    const Answer lost = podium(moved);
    QCOMPARE(lost.code, 6);
    registry.loseAnswers(false);
    QCOMPARE(podium({QStringLiteral("outbox"), QStringLiteral("--retry")}).code, 0);
    // It was done the first time, and the program saw that it was.
    QCOMPARE(registry.changes().size(), std::size_t{1});
    QCOMPARE(registry.model().aliases.at("champion"), std::string("7"));
}

void TestDecideCli::aRefusalIsTold() {
    const Answer answer = podium(QStringLiteral("alias"), QStringLiteral("churn v7 7"));
    QCOMPARE(answer.code, 7);
    QVERIFY(!QFile::exists(path("mlruns/models/churn/aliases/v7")));
    QCOMPARE(podium({QStringLiteral("outbox")}).code, 7);
}

QTEST_GUILESS_MAIN(TestDecideCli)
#include "tst_decidecli.moc"
