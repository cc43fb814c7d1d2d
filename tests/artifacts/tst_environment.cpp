// SPDX-License-Identifier: GPL-3.0-or-later
#include "artifacts/environment.h"

#include <QTest>

using namespace podium::artifacts;

namespace {

QStringList lines(const std::vector<Requirement>& found) {
    QStringList list;
    for (const Requirement& one : found)
        list.append(QString::fromStdString(one.name + ' ' + one.version).trimmed());
    return list;
}

}  // namespace

/// What stands beside a logged model, with files as MLflow 3.11 writes them.
class TestEnvironment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requirements() {
        QCOMPARE(
            lines(readRequirements(
                "mlflow\nscikit-learn==1.2.1\n# comment\n--extra-index-url https://x\n"
                "Torch_Vision[cpu,x] >= 0.15 , < 1 ; python_version > '3.8'  # why\n"
                "pkg @ git+https://h/r.git@v1\r\n-e .\nnumpy")),
            (QStringList{QStringLiteral("mlflow"), QStringLiteral("scikit-learn 1.2.1"),
                         QStringLiteral("torch-vision >=0.15,<1"),
                         QStringLiteral("pkg git+https://h/r.git@v1"), QStringLiteral("numpy")}));
    }

    void conda() {
        QCOMPARE(lines(readCondaEnvironment(
                     "channels:\n- conda-forge\ndependencies:\n- python=3.11.7\n- pip<=23.2.1\n"
                     "- conda-forge::numpy=1.26.0=py311_0\n- pip:\n  - mlflow\n"
                     "  - scikit-learn==1.2.1\nname: mlflow-env\n")),
                 (QStringList{QStringLiteral("python 3.11.7"), QStringLiteral("pip <=23.2.1"),
                              QStringLiteral("numpy 1.26.0"), QStringLiteral("mlflow"),
                              QStringLiteral("scikit-learn 1.2.1")}));
    }

    void python() {
        QCOMPARE(lines(readPythonEnvironment("python: 3.11.7\nbuild_dependencies:\n- pip==23.2.1\n"
                                             "dependencies:\n- -r requirements.txt\n")),
                 (QStringList{QStringLiteral("python 3.11.7"), QStringLiteral("pip 23.2.1")}));
    }

    void modelFile() {
        const ModelFacts facts = readModelFacts(
            "flavors:\n  sklearn: {}\n  python_function: {}\nmlflow_version: 3.11.2.dev0\n"
            "signature:\n  inputs: '[{\"type\": \"double\", \"name\": \"a\", \"required\": true}, "
            "{\"type\": \"double\",\n    \"name\": \"c d\", \"required\": false}]'\n"
            "  outputs: '[{\"type\": \"tensor\", \"tensor-spec\": {\"dtype\": \"int64\", "
            "\"shape\": [-1, 2]}}]'\n  params: null\n");
        QCOMPARE(facts.flavors, std::string("python_function, sklearn"));
        QCOMPARE(facts.inputs, std::string("a: double, c d: double?"));
        QCOMPARE(facts.outputs, std::string("tensor int64 [-1, 2]"));
        QVERIFY(facts.params.empty());
        QCOMPARE(facts.mlflowVersion, std::string("3.11.2.dev0"));
    }

    void otherFilesSayNothing() {
        QVERIFY(readCondaEnvironment("[").empty());
        QVERIFY(readCondaEnvironment("dependencies: 3").empty());
        QVERIFY(readPythonEnvironment("").empty());
        QVERIFY(readModelFacts("a: [1").flavors.empty());
    }
};

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
