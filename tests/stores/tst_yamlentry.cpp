// SPDX-License-Identifier: GPL-3.0-or-later
#include "stores/filestore/yamlentry.h"

#include "stores/filestore/metayaml.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using podium::stores::filestore::MetaDocument;
using podium::stores::filestore::parseYaml;
using podium::stores::filestore::withEntry;
using podium::stores::filestore::yamlEntry;

/// Texts in meta.yaml as real MLflow (PyYAML over libyaml) has written them.
class TestYamlEntry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asMlflowWrites_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("yaml");
        QFile file(QStringLiteral(PODIUM_TEST_DATA "/mlflow-yaml-texts.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(cases.size() > 200);
        for (qsizetype i = 0; i < cases.size(); ++i) {
            const QJsonObject one = cases.at(i).toObject();
            QTest::addRow("%d", int(i)) << one.value(QLatin1String("text")).toString().toUtf8()
                                        << one.value(QLatin1String("yaml")).toString().toUtf8();
        }
    }
    void asMlflowWrites() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, yaml);
        QCOMPARE(QByteArray::fromStdString(yamlEntry("description", text.toStdString())), yaml);
    }

    void oneEntryIsReplacedAndNothingElse() {
        const std::string meta =
            "artifact_uri: file:///x\nrun_name: 'old: \n\n  name'\nstatus: 3\ntags: []\n"
            "user_id: me\nzebra: {a: 1}\n";
        QCOMPARE(withEntry(meta, "run_name", "12"),
                 std::string("artifact_uri: file:///x\nrun_name: '12'\nstatus: 3\ntags: []\n"
                             "user_id: me\nzebra: {a: 1}\n"));
    }

    void aMissingEntryGoesWhereItIsSorted() {
        QCOMPARE(withEntry("lifecycle_stage: active\nname: ''\nstatus: 3\n", "run_name", "a"),
                 std::string("lifecycle_stage: active\nname: ''\nrun_name: a\nstatus: 3\n"));
        QCOMPARE(withEntry("name: ''", "run_name", "a"), std::string("name: ''\nrun_name: a\n"));
    }
};

QTEST_GUILESS_MAIN(TestYamlEntry)
#include "tst_yamlentry.moc"
