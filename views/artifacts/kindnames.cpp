// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/artifacts/preview.h"

#include <QCoreApplication>

namespace podium::views {

using artifacts::Kind;

QString kindName(Kind kind) {
    const auto tr = [](const char* text) {
        return QCoreApplication::translate("podium::views::Preview", text);
    };
    switch (kind) {
        case Kind::Empty:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Empty file"));
        case Kind::Text:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Text"));
        case Kind::Log:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Log"));
        case Kind::Code:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Source code"));
        case Kind::Requirements:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Python requirements"));
        case Kind::Markdown:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Markdown"));
        case Kind::Html:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "HTML page"));
        case Kind::Json:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "JSON"));
        case Kind::JsonLines:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "JSON lines"));
        case Kind::Yaml:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "YAML"));
        case Kind::MLmodel:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "MLflow model"));
        case Kind::Csv:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "CSV table"));
        case Kind::Tsv:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "TSV table"));
        case Kind::Png:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "PNG image"));
        case Kind::Jpeg:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "JPEG image"));
        case Kind::Gif:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "GIF image"));
        case Kind::Webp:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "WebP image"));
        case Kind::Bmp:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "BMP image"));
        case Kind::Tiff:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "TIFF image"));
        case Kind::Svg:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "SVG drawing"));
        case Kind::Pdf:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "PDF document"));
        case Kind::Archive:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Archive"));
        case Kind::NumPy:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "NumPy array"));
        case Kind::Pickle:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Python pickle, not loaded"));
        case Kind::Hdf5:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "HDF5 data"));
        case Kind::Parquet:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Parquet table"));
        case Kind::Database:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "SQLite database"));
        case Kind::Toml:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "TOML"));
        case Kind::Environment:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Python environment"));
        case Kind::Project:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "MLflow project"));
        case Kind::JsonTable:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "JSON table"));
        case Kind::GeoJson:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "GeoJSON map"));
        case Kind::Notebook:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Jupyter notebook"));
        case Kind::Audio:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Audio"));
        case Kind::Video:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Video"));
        case Kind::Compressed:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Compressed file"));
        case Kind::NumPyArchive:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "NumPy arrays"));
        case Kind::Safetensors:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Safetensors weights"));
        case Kind::Onnx:
            return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "ONNX model"));
        case Kind::Binary:
            break;
    }
    return tr(QT_TRANSLATE_NOOP("podium::views::Preview", "Binary data"));
}

QString kindIcon(Kind kind) {
    if (artifacts::isRasterImage(kind) || kind == Kind::Svg)
        return QStringLiteral("file-image");
    switch (kind) {
        case Kind::Csv:
        case Kind::Tsv:
        case Kind::JsonTable:
        case Kind::Parquet:
            return QStringLiteral("file-spreadsheet");
        case Kind::Json:
        case Kind::JsonLines:
        case Kind::GeoJson:
        case Kind::Yaml:
            return QStringLiteral("file-json");
        case Kind::Code:
        case Kind::Toml:
        case Kind::Notebook:
        case Kind::Html:
            return QStringLiteral("file-code");
        case Kind::Archive:
        case Kind::Compressed:
        case Kind::NumPyArchive:
            return QStringLiteral("file-archive");
        case Kind::MLmodel:
            return QStringLiteral("box");
        case Kind::Binary:
        case Kind::Pickle:
            return QStringLiteral("file-question-mark");
        default:
            return artifacts::isText(kind) ? QStringLiteral("file-text") : QStringLiteral("file");
    }
}

}  // namespace podium::views
