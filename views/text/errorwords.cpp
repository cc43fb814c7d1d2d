// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/text/errorwords.h"

#include <QCoreApplication>

#include <array>

namespace podium::views {

namespace {

using base::ErrorCode;
using Words = ErrorWords;

constexpr std::array Writing = {
    Words{ErrorCode::StoreReadOnly, QT_TRANSLATE_NOOP("Errors", "Read-only"),
          QT_TRANSLATE_NOOP("Errors", "%1 can't be written to. The change is kept here only.")},
    Words{ErrorCode::RunMissing, QT_TRANSLATE_NOOP("Errors", "Run is gone"),
          QT_TRANSLATE_NOOP("Errors",
                            "The store has no run %1 any more, so nothing was written. Sync to see "
                            "what is there.")},
    Words{ErrorCode::RunDeleted, QT_TRANSLATE_NOOP("Errors", "Run is deleted"),
          QT_TRANSLATE_NOOP("Errors",
                            "The run %1 is deleted, and MLflow changes no deleted runs. Restore it "
                            "in MLflow first.")},
    Words{ErrorCode::TagKeyTaken, QT_TRANSLATE_NOOP("Errors", "Key can't be used"),
          QT_TRANSLATE_NOOP("Errors",
                            "In a folder of files the tags %1 and %2 can't both be there, because "
                            "one is a folder and the other a file. Choose another key.")},
    Words{ErrorCode::ReadBackDiffers, QT_TRANSLATE_NOOP("Errors", "Not kept as written"),
          QT_TRANSLATE_NOOP("Errors",
                            "%2 of run %1 was written, but the store holds something else. Look at "
                            "it there, then try again.")},
    Words{ErrorCode::ModelMissing, QT_TRANSLATE_NOOP("Errors", "Model is gone"),
          QT_TRANSLATE_NOOP("Errors",
                            "The store has no registered model %1 any more, so nothing was "
                            "written. Sync to see what is there.")},
    Words{ErrorCode::VersionMissing, QT_TRANSLATE_NOOP("Errors", "Version is gone"),
          QT_TRANSLATE_NOOP("Errors",
                            "The model %1 has no version %2 any more, or it is deleted, so "
                            "nothing was written. Sync to see what is there.")},
    Words{ErrorCode::VersionInvalid, QT_TRANSLATE_NOOP("Errors", "Not a version"),
          QT_TRANSLATE_NOOP("Errors",
                            "“%1” is not the number of a version. Give a whole number from 1 on.")},
    Words{ErrorCode::StageInvalid, QT_TRANSLATE_NOOP("Errors", "Unknown stage"),
          QT_TRANSLATE_NOOP("Errors",
                            "“%1” is not a stage. MLflow's stages are None, Staging, Production "
                            "and Archived.")},
    Words{ErrorCode::ArchiveNotForStage, QT_TRANSLATE_NOOP("Errors", "Nothing to archive"),
          QT_TRANSLATE_NOOP("Errors",
                            "Others can be archived when a version goes to Staging or Production, "
                            "not when it goes to %1. Leave them as they are, then try again.")},
    Words{ErrorCode::AliasInvalid, QT_TRANSLATE_NOOP("Errors", "Alias can't be used"),
          QT_TRANSLATE_NOOP("Errors",
                            "“%1” can't be an alias. Choose 1 to 255 letters, digits, underscores "
                            "and hyphens.")},
    Words{ErrorCode::AliasReserved, QT_TRANSLATE_NOOP("Errors", "Alias is reserved"),
          QT_TRANSLATE_NOOP("Errors",
                            "“%1” can't be an alias, because MLflow reads latest, v1, v2 … as "
                            "versions. Choose another one.")},
    Words{ErrorCode::TagKeyInvalid, QT_TRANSLATE_NOOP("Errors", "Key can't be used"),
          QT_TRANSLATE_NOOP("Errors",
                            "“%1” can't be the key of a tag. Choose letters, digits, blanks and _ "
                            "- . : and / with a name on both sides of it.")},
    Words{ErrorCode::TagKeyTooLong, QT_TRANSLATE_NOOP("Errors", "Key is too long"),
          QT_TRANSLATE_NOOP("Errors",
                            "The key %1 has %2 characters, and MLflow takes %3. Choose a shorter "
                            "one.")},
    Words{ErrorCode::TagTooLong, QT_TRANSLATE_NOOP("Errors", "Tag is too long"),
          QT_TRANSLATE_NOOP("Errors",
                            "The value of the tag %1 has %2 characters, and MLflow takes %3. "
                            "Shorten it, then try again.")},
    Words{ErrorCode::ModelReadBackDiffers, QT_TRANSLATE_NOOP("Errors", "Not kept as written"),
          QT_TRANSLATE_NOOP("Errors",
                            "The change of the model %1 was written, but the store holds "
                            "something else. Look at it there, then try again.")},
    Words{ErrorCode::AliasesUnsupported, QT_TRANSLATE_NOOP("Errors", "No aliases here"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is of an MLflow before 2.3, which has no aliases. Have MLflow "
                            "upgrade it, then try again.")},
    Words{ErrorCode::ModelTagsUnsupported, QT_TRANSLATE_NOOP("Errors", "No tags here"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 is of an MLflow before 1.10, which has no tags of models. Have "
                            "MLflow upgrade it, then try again.")},
    Words{ErrorCode::StagesUnsupported, QT_TRANSLATE_NOOP("Errors", "No stages here"),
          QT_TRANSLATE_NOOP("Errors",
                            "%1 has no stages, as in Unity Catalog. Give the version an alias "
                            "instead.")},
};

}  // namespace

std::span<const ErrorWords> wordsOfWriting() {
    return Writing;
}

}  // namespace podium::views
