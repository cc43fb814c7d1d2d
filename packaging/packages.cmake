# SPDX-License-Identifier: GPL-3.0-or-later
# What an installation holds, and the Debian package (cpack -G DEB).
set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
configure_file(${linux}/podium.1.in ${PROJECT_BINARY_DIR}/share/man/podium.1 @ONLY)
execute_process(COMMAND gzip -9 -n -k -f ${PROJECT_BINARY_DIR}/share/man/podium.1 COMMAND_ERROR_IS_FATAL ANY)

if(TARGET podium)
  install(TARGETS podium)
endif()
install(FILES ${PODIUM_SAMPLE_STORE} DESTINATION ${CMAKE_INSTALL_DATADIR}/podium)
install(FILES ${linux}/${PODIUM_APP_ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux}/${PODIUM_APP_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/app/${PODIUM_APP_ID}.svg
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${PROJECT_BINARY_DIR}/share/man/podium.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${linux}/podium.bash RENAME podium
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${linux}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_CURRENT_LIST_DIR}/doc/approvals.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/LICENSE RENAME icons-LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME podium)
set(CPACK_PACKAGE_VENDOR "The Podium developers")
set(CPACK_PACKAGE_CONTACT "The Podium developers <podium@users.noreply.github.com>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL OFF)
set(CPACK_DEBIAN_FILE_NAME podium_${PROJECT_VERSION}_${CMAKE_CXX_LIBRARY_ARCHITECTURE}.deb)
execute_process(COMMAND dpkg --print-architecture OUTPUT_VARIABLE architecture
  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(architecture)
  set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE ${architecture})
  set(CPACK_DEBIAN_FILE_NAME podium_${PROJECT_VERSION}_${architecture}.deb)
endif()
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "browse and compare machine-learning experiments")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Podium opens the folders in which MLflow keeps experiments and shows their
runs as one sortable table, their metrics as overlaid charts, their artifacts
with previews, and the model registry. What was read is kept in a cache, so
that large stores open at once and without a network.")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS OFF)
# TIFF and WebP images among the artifacts are shown through Qt's extra plugins; Qt draws text with any font.
# The keychain's library is loaded when a secret is kept, so that nothing else asks for it.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "qt6-image-formats-plugins, qt6-wayland, fonts-dejavu-core | fonts-noto-core, libsecret-1-0")
include(CPack)
