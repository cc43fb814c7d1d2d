// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/s3server.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace podium;
using tests::HttpReply;
using tests::S3Server;

namespace {

struct Answer {
    int code = -1;
    QString out;
    QString err;
};

}  // namespace

/// The real program on a folder store whose runs say that their artifacts are in S3; there is no
/// tracking server.
class TestRemoteCli : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void artifactsAreListed();
    void oneFolderIsAskedFor();
    void artifactsAreDownloaded();
    void unsafeNamesAreToldAndLeftOut();
    void interruptedDownloadGoesOn();
    void dumpListsThem();
    void withoutNetworkTheLastListIsTold();

private:
    [[nodiscard]] QString path(const char* name) const {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    void start(QProcess& process, const QStringList& arguments) const {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString& name : environment.keys()) {
            if (name.startsWith(QLatin1String("AWS_")) || name.startsWith(QLatin1String("MLFLOW_")))
                environment.remove(name);
        }
        environment.insert(u"LC_ALL"_qs, u"C.UTF-8"_qs);
        environment.insert(u"HOME"_qs, m_folder->path());
        environment.insert(u"XDG_DATA_HOME"_qs, path("data"));
        environment.insert(u"AWS_ACCESS_KEY_ID"_qs, u"AKIAIOSFODNN7EXAMPLE"_qs);
        environment.insert(u"AWS_SECRET_ACCESS_KEY"_qs, QString::fromStdString(m_s3->secret));
        environment.insert(u"MLFLOW_S3_ENDPOINT_URL"_qs, QString::fromStdString(m_s3->url()));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(PODIUM_PROGRAM), arguments);
        process.closeWriteChannel();
    }
    static Answer end(QProcess& process) {
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
                QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    [[nodiscard]] Answer podium(const QStringList& arguments) const {
        QProcess process;
        start(process, arguments);
        return end(process);
    }
    [[nodiscard]] QStringList artifacts(const QStringList& more = {}) const {
        return QStringList{u"artifacts"_qs, path("mlruns"), u"aaaa1"_qs} + more;
    }
    [[nodiscard]] QByteArray content(const char* name) const {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }
    void write(const char* name, const QByteArray& bytes) const {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<S3Server> m_s3;
};

void TestRemoteCli::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_s3 = std::make_unique<S3Server>("lab");
    write("mlruns/1/meta.yaml",
          "artifact_location: s3://lab/1\nexperiment_id: '1'\nlifecycle_stage: active\n"
          "name: first\n");
    write("mlruns/1/aaaa1/meta.yaml",
          "artifact_uri: s3://lab/1/aaaa1/artifacts\nend_time: 1700000000000\nexperiment_id: '1'\n"
          "lifecycle_stage: active\nrun_id: aaaa1\nrun_name: a\nrun_uuid: aaaa1\n"
          "start_time: 1700000000000\nstatus: 3\ntags: []\nuser_id: me\n");
    m_s3->put("1/aaaa1/artifacts/log.txt", "a line\n");
    m_s3->put("1/aaaa1/artifacts/model/MLmodel", "flavors: {}\n");
    m_s3->put("1/aaaa1/artifacts/model/data/weights.bin", std::string(200'000, 'w'));
}

void TestRemoteCli::artifactsAreListed() {
    const Answer answer = podium(artifacts());
    QCOMPARE(answer.err, QString());
    QCOMPARE(answer.out,
             u"7\tlog.txt\n-\tmodel/\n12\tmodel/MLmodel\n-\tmodel/data/\n"
             "200000\tmodel/data/weights.bin\n"_qs);
    QCOMPARE(answer.code, 0);
}

void TestRemoteCli::oneFolderIsAskedFor() {
    const Answer answer = podium(artifacts({u"model/data"_qs}));
    QCOMPARE(answer.out, u"-\tmodel/data/\n200000\tmodel/data/weights.bin\n"_qs);
    QCOMPARE(m_s3->server().count(), 2);  // "model" and "model/data", nothing else
    const Answer gone = podium(artifacts({u"model/none"_qs}));
    QCOMPARE(gone.code, 3);
    QVERIFY(gone.err.contains(u"model/none"_qs));
}

void TestRemoteCli::artifactsAreDownloaded() {
    const Answer answer = podium(artifacts({u"--download"_qs, path("out")}));
    QCOMPARE(answer.err, QString());
    QCOMPARE(answer.out, u"3\n"_qs);
    QCOMPARE(content("out/log.txt"), QByteArray("a line\n"));
    QCOMPARE(content("out/model/data/weights.bin"), QByteArray(200'000, 'w'));
    QCOMPARE(QDir(path("out")).entryList(QDir::Files), QStringList{u"log.txt"_qs});
    QCOMPARE(podium(artifacts({u"model/MLmodel"_qs, u"--download"_qs, path("one")})).out,
             u"1\n"_qs);
    QCOMPARE(content("one/model/MLmodel"), QByteArray("flavors: {}\n"));
}

void TestRemoteCli::unsafeNamesAreToldAndLeftOut() {
    m_s3->put("1/aaaa1/artifacts/../../../outside.txt", "no");
    const Answer answer = podium(artifacts({u"--download"_qs, path("deep/out")}));
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.out, u"3\n"_qs);
    QVERIFY(answer.err.contains(u".."_qs));
    QVERIFY(!QFile::exists(path("outside.txt")) && !QFile::exists(path("deep/outside.txt")));
}

void TestRemoteCli::interruptedDownloadGoesOn() {
    m_s3->spoil([](HttpReply& reply) {
        reply.fault = tests::Fault::StopInBody;
        reply.faultAfter = 150'000;
    });
    const QStringList arguments =
        artifacts({u"model/data/weights.bin"_qs, u"--download"_qs, path("out")});
    QProcess process;
    start(process, arguments);
    const QFileInfo part(path("out/model/data/weights.bin.part"));
    const auto partSize = [&] { return QFileInfo(part.filePath()).size(); };
    // Written out in blocks, so some of it is there when it is stopped.
    QTRY_VERIFY_WITH_TIMEOUT(partSize() > 0, 20'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    const Answer stopped = end(process);
    QCOMPARE(stopped.code, 4);
    QVERIFY2(stopped.err.contains(u".part"_qs), qPrintable(stopped.err));
    QVERIFY(partSize() > 0 && partSize() < 200'000);
    QVERIFY(!QFile::exists(path("out/model/data/weights.bin")));
    const qint64 had = partSize();
    m_s3->spoil({});
    QCOMPARE(podium(arguments).code, 0);
    QCOMPARE(content("out/model/data/weights.bin"), QByteArray(200'000, 'w'));
    QCOMPARE(m_s3->server().requests().back().header("Range"),
             "bytes=" + std::to_string(had) + '-');
    QVERIFY(!QFile::exists(part.filePath()));
}

void TestRemoteCli::dumpListsThem() {
    const Answer answer = podium({u"dump"_qs, path("mlruns")});
    QCOMPARE(answer.code, 0);
    const QJsonObject run =
        QJsonDocument::fromJson(answer.out.toUtf8()).object()[u"runs"_qs].toArray()[0].toObject();
    const QJsonArray listed = run[u"artifacts"_qs].toArray();
    QCOMPARE(listed.size(), 5);
    QCOMPARE(listed[4].toObject()[u"path"_qs].toString(), u"model/data/weights.bin"_qs);
    QCOMPARE(listed[4].toObject()[u"file_size"_qs].toInt(), 200'000);
    QVERIFY(listed[1].toObject()[u"is_dir"_qs].toBool());
}

void TestRemoteCli::withoutNetworkTheLastListIsTold() {
    QCOMPARE(podium(artifacts()).code, 0);
    m_s3->server().setListening(false);
    const Answer answer = podium(artifacts());
    QVERIFY(answer.out.startsWith(u"7\tlog.txt\n"_qs));
    QVERIFY(!answer.err.isEmpty());
    const Answer nothing = podium(artifacts({u"log.txt"_qs, u"--download"_qs, path("out")}));
    QCOMPARE(nothing.code, 3);
    QVERIFY(!QFile::exists(path("out/log.txt")));
}

QTEST_GUILESS_MAIN(TestRemoteCli)
#include "tst_remotecli.moc"
