#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# lupdate.sh [FOLDER]: brings podium_*.ts in FOLDER (this one by default) up to date with the texts of the sources.
# No line numbers and nothing obsolete is kept, so that a difference is always a difference in text.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-$here}
lupdate=${LUPDATE:-/usr/lib/qt6/bin/lupdate}
cd "$here/.."
# Without the include paths it would not see the classes, and give texts a context which the program never asks for.
exec "$lupdate" -silent -I . -I models -locations none -no-ui-lines -no-obsolete -extensions cpp,h \
    app models views -ts "$target"/podium_*.ts
