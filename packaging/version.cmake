# SPDX-License-Identifier: GPL-3.0-or-later
# podium_version: "podium_version.h" with the version, the desktop id and the way to the program's data files.
include(GNUInstallDirs)
file(RELATIVE_PATH PODIUM_DATA_FROM_BIN
  ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_DATADIR}/podium)
configure_file(${PROJECT_SOURCE_DIR}/packaging/podium_version.h.in
  ${PROJECT_BINARY_DIR}/generated/podium_version.h @ONLY)
add_library(podium_version INTERFACE)
target_include_directories(podium_version INTERFACE ${PROJECT_BINARY_DIR}/generated)

# The build tree has the same shape as an installation (app/podium beside share/podium), so that one rule finds the
# data in both and no path of the build machine goes into the program.
set(PODIUM_SAMPLE_STORE ${PROJECT_SOURCE_DIR}/tests/data/sample-store.tar.gz)
if(EXISTS ${PODIUM_SAMPLE_STORE})
  configure_file(${PODIUM_SAMPLE_STORE} ${PROJECT_BINARY_DIR}/share/podium/sample-store.tar.gz COPYONLY)
endif()
