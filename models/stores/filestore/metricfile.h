// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/entities.h"
#include "stores/filestore/folderreader.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace podium::stores::filestore {

/// Reads a run's metric file in blocks. Good lines become points in the file's order; bad ones and
/// an empty file are reported. A last line without its line feed may be half of what somebody is
/// writing, and half a number reads like a number: while `growing` it is left for the next time;
/// otherwise nobody will ever finish it, and it counts like any other.
void readRunMetric(FolderReader& folder, Opened& file, std::string_view path, bool growing,
                   const std::stop_token& stop, domain::Metric& metric);

/// Reads a logged model's metric file and appends what MLflow shows of it: for each dataset the
/// latest observation by (step, timestamp, value).
void readModelMetric(FolderReader& folder, Opened& file, const std::string& key,
                     std::string_view path, const std::stop_token& stop,
                     std::vector<domain::ModelMetric>& metrics);

}  // namespace podium::stores::filestore
