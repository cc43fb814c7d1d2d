<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>Copy A&amp;s</source>
        <translation>Kopieren &amp;als</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Run</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>D&amp;iagramm</translation>
    </message>
    <message>
        <source>&amp;Horizontal Axis</source>
        <translation>Horizontale A&amp;chse</translation>
    </message>
    <message>
        <source>Re&amp;gistry</source>
        <translation>Re&amp;gistry</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Open Folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open a folder that MLflow writes to, such as mlruns</source>
        <translation>Einen Ordner öffnen, in den MLflow schreibt, etwa mlruns</translation>
    </message>
    <message>
        <source>&amp;Try the Sample Store</source>
        <translation>B&amp;eispiel-Store ausprobieren</translation>
    </message>
    <message>
        <source>Open the small store that comes with the program</source>
        <translation>Den kleinen mitgelieferten Store öffnen</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>&amp;Synchronisieren</translation>
    </message>
    <message>
        <source>Bring the chosen source up to date</source>
        <translation>Die gewählte Quelle auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>Sync &amp;All</source>
        <translation>&amp;Alle synchronisieren</translation>
    </message>
    <message>
        <source>Bring all open sources up to date</source>
        <translation>Alle offenen Quellen auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>Read &amp;Everything Again</source>
        <translation>Alles &amp;neu einlesen</translation>
    </message>
    <message>
        <source>Read the chosen source from the beginning, whatever is known of it</source>
        <translation>Die gewählte Quelle von Grund auf neu einlesen, auch was schon bekannt ist</translation>
    </message>
    <message>
        <source>Ca&amp;ncel Job</source>
        <translation>&amp;Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Stop the job that the status bar shows</source>
        <translation>Den Vorgang abbrechen, den die Statusleiste anzeigt</translation>
    </message>
    <message>
        <source>&amp;Close Source</source>
        <translation>&amp;Quelle schließen</translation>
    </message>
    <message>
        <source>Take the chosen source out of the window; nothing of it is deleted</source>
        <translation>Die gewählte Quelle aus dem Fenster nehmen; nichts davon wird gelöscht</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close all windows and leave</source>
        <translation>Alle Fenster schließen und das Programm beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Die zurückgenommene Änderung wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows with their full values</source>
        <translation>Die ausgewählten Zeilen mit vollständigen Werten kopieren</translation>
    </message>
    <message>
        <source>&amp;TSV</source>
        <translation>&amp;TSV</translation>
    </message>
    <message>
        <source>Copy the selected rows as tab-separated values</source>
        <translation>Die ausgewählten Zeilen als tabulatorgetrennte Werte kopieren</translation>
    </message>
    <message>
        <source>&amp;CSV</source>
        <translation>&amp;CSV</translation>
    </message>
    <message>
        <source>Copy the selected rows as comma-separated values</source>
        <translation>Die ausgewählten Zeilen als kommagetrennte Werte kopieren</translation>
    </message>
    <message>
        <source>&amp;Markdown</source>
        <translation>&amp;Markdown</translation>
    </message>
    <message>
        <source>Copy the selected rows as a Markdown table</source>
        <translation>Die ausgewählten Zeilen als Markdown-Tabelle kopieren</translation>
    </message>
    <message>
        <source>&amp;JSON</source>
        <translation>&amp;JSON</translation>
    </message>
    <message>
        <source>Copy the selected rows as JSON</source>
        <translation>Die ausgewählten Zeilen als JSON kopieren</translation>
    </message>
    <message>
        <source>&amp;Run Ids</source>
        <translation>&amp;Run-IDs</translation>
    </message>
    <message>
        <source>Copy the ids of the selected runs, one a line</source>
        <translation>Die IDs der ausgewählten Runs kopieren, eine je Zeile</translation>
    </message>
    <message>
        <source>Select &amp;All</source>
        <translation>Alle a&amp;uswählen</translation>
    </message>
    <message>
        <source>Select all runs of the table</source>
        <translation>Alle Runs der Tabelle auswählen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Type a filter for the runs</source>
        <translation>Einen Filter für die Runs eingeben</translation>
    </message>
    <message>
        <source>C&amp;lear Filter</source>
        <translation>Filter &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Show all runs again</source>
        <translation>Wieder alle Runs anzeigen</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Runs</translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation>Die Runs anzeigen</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>Show the registered models</source>
        <translation>Die registrierten Modelle anzeigen</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Probleme</translation>
    </message>
    <message>
        <source>Show what could not be read</source>
        <translation>Anzeigen, was nicht gelesen werden konnte</translation>
    </message>
    <message>
        <source>S&amp;ources</source>
        <translation>&amp;Quellen</translation>
    </message>
    <message>
        <source>Show the open sources</source>
        <translation>Die offenen Quellen anzeigen</translation>
    </message>
    <message>
        <source>&amp;Sources Panel</source>
        <translation>Quellen&amp;leiste</translation>
    </message>
    <message>
        <source>Show or hide the tree of sources</source>
        <translation>Den Baum der Quellen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>Show or hide the details of the selected runs</source>
        <translation>Die Details der ausgewählten Runs ein- oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;Charts</source>
        <translation>&amp;Diagramme</translation>
    </message>
    <message>
        <source>Show or hide the charts</source>
        <translation>Die Diagramme ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Co&amp;lumns…</source>
        <translation>&amp;Spalten…</translation>
    </message>
    <message>
        <source>Choose the columns of the table</source>
        <translation>Die Spalten der Tabelle wählen</translation>
    </message>
    <message>
        <source>&amp;Expand All</source>
        <translation>Alle &amp;ausklappen</translation>
    </message>
    <message>
        <source>Coll&amp;apse All</source>
        <translation>Alle &amp;einklappen</translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Be light or dark as the desktop is</source>
        <translation>Hell oder dunkel, wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Always be light</source>
        <translation>Immer hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Always be dark</source>
        <translation>Immer dunkel</translation>
    </message>
    <message>
        <source>&amp;Full Screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>O&amp;pen Run</source>
        <translation>Run ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Show all of the current run</source>
        <translation>Den aktuellen Run vollständig anzeigen</translation>
    </message>
    <message>
        <source>&amp;Show in Charts</source>
        <translation>In &amp;Diagrammen anzeigen</translation>
    </message>
    <message>
        <source>Show or hide the selected runs in the charts</source>
        <translation>Die ausgewählten Runs in den Diagrammen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show &amp;Only Selected</source>
        <translation>&amp;Nur Auswahl anzeigen</translation>
    </message>
    <message>
        <source>Show the selected runs in the charts and hide all others</source>
        <translation>Die ausgewählten Runs in den Diagrammen anzeigen, alle anderen ausblenden</translation>
    </message>
    <message>
        <source>&amp;Hide All</source>
        <translation>&amp;Alle ausblenden</translation>
    </message>
    <message>
        <source>Hide all runs in the charts</source>
        <translation>Alle Runs in den Diagrammen ausblenden</translation>
    </message>
    <message>
        <source>&amp;Copy Run Id</source>
        <translation>Run-ID &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the id of the current run</source>
        <translation>Die ID des aktuellen Runs kopieren</translation>
    </message>
    <message>
        <source>Open &amp;Artifacts</source>
        <translation>A&amp;rtefakte öffnen</translation>
    </message>
    <message>
        <source>Show the files of the current run</source>
        <translation>Die Dateien des aktuellen Runs anzeigen</translation>
    </message>
    <message>
        <source>&amp;Add Chart…</source>
        <translation>Diagramm &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Choose a metric and add a chart of it</source>
        <translation>Eine Metrik wählen und als Diagramm hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Undo Zoom</source>
        <translation>Zoom &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Go back to what the chart showed before</source>
        <translation>Zum vorherigen Ausschnitt des Diagramms zurückkehren</translation>
    </message>
    <message>
        <source>&amp;Reset Zoom</source>
        <translation>Zoom &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Show all points</source>
        <translation>Alle Punkte anzeigen</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Schritt</translation>
    </message>
    <message>
        <source>Draw over the step</source>
        <translation>Über dem Schritt auftragen</translation>
    </message>
    <message>
        <source>Wall &amp;Time</source>
        <translation>&amp;Absolute Zeit</translation>
    </message>
    <message>
        <source>Draw over the time of day</source>
        <translation>Über Datum und Uhrzeit auftragen</translation>
    </message>
    <message>
        <source>&amp;Relative Time</source>
        <translation>&amp;Relative Zeit</translation>
    </message>
    <message>
        <source>Draw over the time since the first point</source>
        <translation>Über der Zeit seit dem ersten Punkt auftragen</translation>
    </message>
    <message>
        <source>&amp;Logarithmic</source>
        <translation>&amp;Logarithmisch</translation>
    </message>
    <message>
        <source>Make the value axis logarithmic</source>
        <translation>Die Werteachse logarithmisch darstellen</translation>
    </message>
    <message>
        <source>Smooth &amp;More</source>
        <translation>&amp;Stärker glätten</translation>
    </message>
    <message>
        <source>Smooth the lines more</source>
        <translation>Die Linien stärker glätten</translation>
    </message>
    <message>
        <source>Smooth Le&amp;ss</source>
        <translation>Sch&amp;wächer glätten</translation>
    </message>
    <message>
        <source>Smooth the lines less</source>
        <translation>Die Linien schwächer glätten</translation>
    </message>
    <message>
        <source>&amp;Export Image…</source>
        <translation>Bild &amp;exportieren…</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>Das Diagramm als Bild speichern</translation>
    </message>
    <message>
        <source>Open Source &amp;Run</source>
        <translation>Quell-&amp;Run öffnen</translation>
    </message>
    <message>
        <source>Show the run that made this version</source>
        <translation>Den Run anzeigen, aus dem diese Version stammt</translation>
    </message>
    <message>
        <source>&amp;Copy Model URI</source>
        <translation>&amp;Modell-URI kopieren</translation>
    </message>
    <message>
        <source>Copy the models:/ address of this version</source>
        <translation>Die models:/-Adresse dieser Version kopieren</translation>
    </message>
    <message>
        <source>&amp;Quick Open…</source>
        <translation>&amp;Schnell öffnen…</translation>
    </message>
    <message>
        <source>Go to a run, an experiment or a model by its name</source>
        <translation>Über den Namen zu einem Run, Experiment oder Modell springen</translation>
    </message>
    <message>
        <source>&amp;Command Palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>Jede Aktion über ihren Namen finden</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Theme, language and more</source>
        <translation>Farbschema, Sprache und mehr</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>&amp;Tastenkombinationen</translation>
    </message>
    <message>
        <source>List every action with its keys</source>
        <translation>Alle Aktionen mit ihren Tasten auflisten</translation>
    </message>
    <message>
        <source>&amp;About Podium</source>
        <translation>Über &amp;Podium</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Version and licence of Qt</source>
        <translation>Version und Lizenz von Qt</translation>
    </message>
    <message>
        <source>Export All &amp;Charts…</source>
        <translation>Alle &amp;Diagramme exportieren…</translation>
    </message>
    <message>
        <source>Save every chart as PDF into a folder</source>
        <translation>Jedes Diagramm als PDF in einen Ordner speichern</translation>
    </message>
    <message>
        <source>Open Chart Reci&amp;pe…</source>
        <translation>Diagrammre&amp;zept öffnen…</translation>
    </message>
    <message>
        <source>Make a chart again from the file beside an exported one</source>
        <translation>Ein Diagramm aus der Datei neben einem exportierten neu erstellen</translation>
    </message>
    <message>
        <source>Open &amp;Database…</source>
        <translation>&amp;Datenbank öffnen…</translation>
    </message>
    <message>
        <source>Open a SQLite file that MLflow writes to, such as mlflow.db</source>
        <translation>Eine SQLite-Datei öffnen, in die MLflow schreibt, etwa mlflow.db</translation>
    </message>
    <message>
        <source>Connect to Ser&amp;ver…</source>
        <translation>Mit Ser&amp;ver verbinden…</translation>
    </message>
    <message>
        <source>Open an MLflow tracking server or Databricks</source>
        <translation>Einen MLflow-Tracking-Server oder Databricks öffnen</translation>
    </message>
    <message>
        <source>Work O&amp;ffline</source>
        <translation>O&amp;ffline arbeiten</translation>
    </message>
    <message>
        <source>Ask nothing of the chosen source until this is off</source>
        <translation>Die gewählte Quelle nichts fragen, bis dies aus ist</translation>
    </message>
    <message>
        <source>Connection Settin&amp;gs…</source>
        <translation>Verbin&amp;dungseinstellungen…</translation>
    </message>
    <message>
        <source>Change how the chosen server is reached</source>
        <translation>Ändern, wie der gewählte Server erreicht wird</translation>
    </message>
    <message>
        <source>Re&amp;move Source…</source>
        <translation>Quelle en&amp;tfernen…</translation>
    </message>
    <message>
        <source>Forget the chosen source, its login and what is kept of it</source>
        <translation>Die gewählte Quelle, ihre Anmeldung und was von ihr gehalten wird vergessen</translation>
    </message>
    <message>
        <source>&amp;Group…</source>
        <translation>&amp;Gruppieren…</translation>
    </message>
    <message>
        <source>Group runs by a param, a tag or something else</source>
        <translation>Runs nach einem Parameter, einem Tag oder etwas anderem gruppieren</translation>
    </message>
    <message>
        <source>Open all groups and nested runs</source>
        <translation>Alle Gruppen und verschachtelten Runs öffnen</translation>
    </message>
    <message>
        <source>Close all groups and nested runs</source>
        <translation>Alle Gruppen und verschachtelten Runs schließen</translation>
    </message>
    <message>
        <source>Keep &amp;Experiment Offline…</source>
        <translation>&amp;Experiment offline halten…</translation>
    </message>
    <message>
        <source>Choose what of the experiment is there without a network</source>
        <translation>Wählen, was vom Experiment ohne Netzwerk da ist</translation>
    </message>
    <message>
        <source>&amp;Keep Run Offline…</source>
        <translation>Run offline &amp;halten…</translation>
    </message>
    <message>
        <source>Choose what of the current run is there without a network</source>
        <translation>Wählen, was vom aktuellen Run ohne Netzwerk da ist</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>Ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Copy for a &amp;Paper…</source>
        <translation>Für ein &amp;Paper kopieren…</translation>
    </message>
    <message>
        <source>Make a table of runs or groups of runs with mean and error for LaTeX, Markdown or a spreadsheet</source>
        <translation>Aus Runs oder Gruppen von Runs eine Tabelle mit Mittelwert und Fehler für LaTeX, Markdown oder eine Tabellenkalkulation machen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show runs side by side</source>
        <translation>Runs nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Compare Selecte&amp;d</source>
        <translation>&amp;Auswahl vergleichen</translation>
    </message>
    <message>
        <source>Show the selected runs side by side</source>
        <translation>Die gewählten Runs nebeneinander zeigen</translation>
    </message>
    <message>
        <source>Add to Co&amp;mparison</source>
        <translation>Zum &amp;Vergleich hinzufügen</translation>
    </message>
    <message>
        <source>Compare the selected runs with those that are compared already</source>
        <translation>Die gewählten Runs mit den schon verglichenen vergleichen</translation>
    </message>
    <message>
        <source>&amp;Next Difference</source>
        <translation>&amp;Nächster Unterschied</translation>
    </message>
    <message>
        <source>Go to the next row that differs</source>
        <translation>Zur nächsten abweichenden Zeile gehen</translation>
    </message>
    <message>
        <source>&amp;Previous Difference</source>
        <translation>Vor&amp;heriger Unterschied</translation>
    </message>
    <message>
        <source>Go to the row before that differs</source>
        <translation>Zur vorherigen abweichenden Zeile gehen</translation>
    </message>
    <message>
        <source>Make &amp;Baseline</source>
        <translation>Zur &amp;Basis machen</translation>
    </message>
    <message>
        <source>Compare all others with the run of the current column</source>
        <translation>Alle anderen mit dem Run der aktuellen Spalte vergleichen</translation>
    </message>
    <message>
        <source>&amp;Take Out</source>
        <translation>&amp;Herausnehmen</translation>
    </message>
    <message>
        <source>Take the run of the current column out of the comparison</source>
        <translation>Den Run der aktuellen Spalte aus dem Vergleich nehmen</translation>
    </message>
    <message>
        <source>&amp;Rules…</source>
        <translation>&amp;Regeln…</translation>
    </message>
    <message>
        <source>Say what counts as the same and what is ignored</source>
        <translation>Sagen, was als gleich gilt und was übergangen wird</translation>
    </message>
    <message>
        <source>&amp;Export Comparison…</source>
        <translation>Vergleich &amp;exportieren…</translation>
    </message>
    <message>
        <source>Save the comparison as Markdown or HTML</source>
        <translation>Den Vergleich als Markdown oder HTML speichern</translation>
    </message>
    <message>
        <source>Saved &amp;Views</source>
        <translation>Gespeicherte A&amp;nsichten</translation>
    </message>
    <message>
        <source>Never &amp;Write to This Source</source>
        <translation>N&amp;ie in diese Quelle schreiben</translation>
    </message>
    <message>
        <source>Keep changes of the chosen source on this machine until this is off</source>
        <translation>Änderungen an der gewählten Quelle auf diesem Rechner behalten, bis dies aus ist</translation>
    </message>
    <message>
        <source>Col&amp;umn Menu…</source>
        <translation>Spal&amp;tenmenü…</translation>
    </message>
    <message>
        <source>Choose a column, then how it sorts, shows and stays in sight</source>
        <translation>Eine Spalte wählen, dann, wie sie sortiert, anzeigt und im Blick bleibt</translation>
    </message>
    <message>
        <source>&amp;Save View</source>
        <translation>Ansicht &amp;speichern</translation>
    </message>
    <message>
        <source>Keep filter, columns, order, groups, colours and charts under the view&apos;s name</source>
        <translation>Filter, Spalten, Sortierung, Gruppen, Farben und Diagramme unter dem Namen der Ansicht behalten</translation>
    </message>
    <message>
        <source>Save View &amp;As…</source>
        <translation>Ansicht speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Keep what the table shows under a new name</source>
        <translation>Was die Tabelle zeigt, unter einem neuen Namen behalten</translation>
    </message>
    <message>
        <source>Re&amp;vert View</source>
        <translation>Ansicht &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Go back to the view as it was saved</source>
        <translation>Zur Ansicht zurückkehren, wie sie gespeichert wurde</translation>
    </message>
    <message>
        <source>S&amp;witch View…</source>
        <translation>Ansicht &amp;wechseln…</translation>
    </message>
    <message>
        <source>Go to a saved view by its name</source>
        <translation>Über den Namen zu einer gespeicherten Ansicht springen</translation>
    </message>
    <message>
        <source>&amp;Rename View…</source>
        <translation>Ansicht um&amp;benennen…</translation>
    </message>
    <message>
        <source>Give the view another name</source>
        <translation>Der Ansicht einen anderen Namen geben</translation>
    </message>
    <message>
        <source>&amp;Delete View</source>
        <translation>Ansicht &amp;löschen</translation>
    </message>
    <message>
        <source>Take the view out of the list; Undo brings it back</source>
        <translation>Die Ansicht aus der Liste nehmen; Rückgängig bringt sie zurück</translation>
    </message>
    <message>
        <source>&amp;Import View…</source>
        <translation>Ansicht &amp;importieren…</translation>
    </message>
    <message>
        <source>Read a view from a file that somebody exported</source>
        <translation>Eine Ansicht aus einer Datei lesen, die jemand exportiert hat</translation>
    </message>
    <message>
        <source>&amp;Export View…</source>
        <translation>Ansicht &amp;exportieren…</translation>
    </message>
    <message>
        <source>Write the view into a file that can be sent by mail</source>
        <translation>Die Ansicht in eine Datei schreiben, die sich per E-Mail senden lässt</translation>
    </message>
    <message>
        <source>Co&amp;lour…</source>
        <translation>Far&amp;be…</translation>
    </message>
    <message>
        <source>Choose the colour of the selected runs</source>
        <translation>Die Farbe der ausgewählten Runs wählen</translation>
    </message>
    <message>
        <source>Re&amp;name Run…</source>
        <translation>Run &amp;umbenennen…</translation>
    </message>
    <message>
        <source>Give the selected run another name</source>
        <translation>Dem ausgewählten Run einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Edit Descript&amp;ion</source>
        <translation>Be&amp;schreibung bearbeiten</translation>
    </message>
    <message>
        <source>Write the description of the selected run</source>
        <translation>Die Beschreibung des ausgewählten Runs schreiben</translation>
    </message>
    <message>
        <source>Add &amp;Tag…</source>
        <translation>&amp;Tag hinzufügen…</translation>
    </message>
    <message>
        <source>Give all selected runs a tag</source>
        <translation>Allen ausgewählten Runs ein Tag geben</translation>
    </message>
    <message>
        <source>Delete Selected Ta&amp;gs</source>
        <translation>Ausgewählte Tags &amp;löschen</translation>
    </message>
    <message>
        <source>Delete the tags that are selected beside the table</source>
        <translation>Die Tags löschen, die neben der Tabelle ausgewählt sind</translation>
    </message>
    <message>
        <source>Add Chart of an Expressio&amp;n…</source>
        <translation>Diagramm eines &amp;Ausdrucks hinzufügen…</translation>
    </message>
    <message>
        <source>Add a chart of metrics reckoned with, as a - b or log(a)</source>
        <translation>Ein Diagramm hinzufügen, das mit Metriken rechnet, etwa a - b oder log(a)</translation>
    </message>
    <message>
        <source>&amp;Outbox…</source>
        <translation>&amp;Postausgang…</translation>
    </message>
    <message>
        <source>Show what was changed here and has not arrived in its store</source>
        <translation>Anzeigen, was hier geändert wurde und nicht im Store angekommen ist</translation>
    </message>
    <message>
        <source>F&amp;ind Moved Artifacts…</source>
        <translation>Verschobene A&amp;rtefakte suchen…</translation>
    </message>
    <message>
        <source>Find the artifacts of the chosen source whose recorded places are not there any more</source>
        <translation>Die Artefakte der gewählten Quelle suchen, deren verzeichnete Orte nicht mehr da sind</translation>
    </message>
    <message>
        <source>Revie&amp;ws</source>
        <translation>Prüf&amp;ungen</translation>
    </message>
    <message>
        <source>Show what was asked for and waits for a decision</source>
        <translation>Anzeigen, was angefragt ist und auf eine Entscheidung wartet</translation>
    </message>
    <message>
        <source>Compare &amp;File Contents…</source>
        <translation>&amp;Dateiinhalte vergleichen…</translation>
    </message>
    <message>
        <source>Show what differs inside the current artifact of two runs</source>
        <translation>Anzeigen, was sich im aktuellen Artefakt zweier Runs unterscheidet</translation>
    </message>
    <message>
        <source>S&amp;ystem Metrics</source>
        <translation>S&amp;ystemmetriken</translation>
    </message>
    <message>
        <source>Show what the machine was doing, or the charts again</source>
        <translation>Anzeigen, was der Rechner getan hat, oder wieder die Diagramme</translation>
    </message>
    <message>
        <source>Show as &amp;Board</source>
        <translation>Als &amp;Board anzeigen</translation>
    </message>
    <message>
        <source>Show the versions of a model in lanes</source>
        <translation>Die Versionen eines Modells in Spalten anzeigen</translation>
    </message>
    <message>
        <source>&amp;Lanes…</source>
        <translation>S&amp;palten…</translation>
    </message>
    <message>
        <source>Choose by what the lanes of the board are told apart</source>
        <translation>Wählen, wonach die Spalten des Boards unterschieden werden</translation>
    </message>
    <message>
        <source>M&amp;etric of the Source Runs…</source>
        <translation>M&amp;etrik der Quell-Runs…</translation>
    </message>
    <message>
        <source>Show a metric of the source runs for each version</source>
        <translation>Zu jeder Version eine Metrik der Quell-Runs anzeigen</translation>
    </message>
    <message>
        <source>Move to &amp;Stage…</source>
        <translation>In &amp;Stage verschieben…</translation>
    </message>
    <message>
        <source>Move the selected version to another stage</source>
        <translation>Die ausgewählte Version in eine andere Stage verschieben</translation>
    </message>
    <message>
        <source>Set &amp;Alias…</source>
        <translation>&amp;Alias setzen…</translation>
    </message>
    <message>
        <source>Let an alias point to the selected version</source>
        <translation>Einen Alias auf die ausgewählte Version zeigen lassen</translation>
    </message>
    <message>
        <source>Re&amp;move Alias…</source>
        <translation>A&amp;lias entfernen…</translation>
    </message>
    <message>
        <source>Take an alias away from the selected version</source>
        <translation>Der ausgewählten Version einen Alias nehmen</translation>
    </message>
    <message>
        <source>Edit Version &amp;Description</source>
        <translation>Bes&amp;chreibung der Version bearbeiten</translation>
    </message>
    <message>
        <source>Write the description of the selected version</source>
        <translation>Die Beschreibung der ausgewählten Version schreiben</translation>
    </message>
    <message>
        <source>Add Version &amp;Tag…</source>
        <translation>Versions-&amp;Tag hinzufügen…</translation>
    </message>
    <message>
        <source>Give the selected version a tag</source>
        <translation>Der ausgewählten Version ein Tag geben</translation>
    </message>
    <message>
        <source>Ask for &amp;Promotion…</source>
        <translation>&amp;Hochstufung anfragen…</translation>
    </message>
    <message>
        <source>Ask others to decide where the selected version goes</source>
        <translation>Andere entscheiden lassen, wohin die ausgewählte Version kommt</translation>
    </message>
    <message>
        <source>Appro&amp;ve</source>
        <translation>&amp;Genehmigen</translation>
    </message>
    <message>
        <source>Approve the selected request</source>
        <translation>Die ausgewählte Anfrage genehmigen</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>Ablehne&amp;n</translation>
    </message>
    <message>
        <source>Reject the selected request</source>
        <translation>Die ausgewählte Anfrage ablehnen</translation>
    </message>
    <message>
        <source>Comme&amp;nt</source>
        <translation>&amp;Kommentieren</translation>
    </message>
    <message>
        <source>Say something about the selected request</source>
        <translation>Etwas zur ausgewählten Anfrage sagen</translation>
    </message>
    <message>
        <source>&amp;Withdraw Request</source>
        <translation>Anfrage &amp;zurückziehen</translation>
    </message>
    <message>
        <source>Take back what you asked for</source>
        <translation>Die eigene Anfrage zurücknehmen</translation>
    </message>
    <message>
        <source>Polic&amp;y…</source>
        <translation>R&amp;ichtlinie…</translation>
    </message>
    <message>
        <source>Say what a promotion of the model needs</source>
        <translation>Festlegen, was eine Hochstufung des Modells braucht</translation>
    </message>
    <message>
        <source>&amp;Decisions Log…</source>
        <translation>Protokoll der Entschei&amp;dungen…</translation>
    </message>
    <message>
        <source>Show all that was decided on this machine</source>
        <translation>Alles anzeigen, was auf diesem Rechner entschieden wurde</translation>
    </message>
    <message>
        <source>Save Review &amp;Pack…</source>
        <translation>Prüf&amp;mappe speichern…</translation>
    </message>
    <message>
        <source>Save the selected request with all its evidence as one file</source>
        <translation>Die ausgewählte Anfrage mit allen Belegen als eine Datei speichern</translation>
    </message>
</context>
<context>
    <name>ChartFiles</name>
    <message>
        <source>%1 of the chart&apos;s %2 are not in this table. They come from: %3</source>
        <translation>%1 von %2 des Diagramms fehlen in dieser Tabelle. Sie stammen aus: %3</translation>
    </message>
    <message>
        <source>Folder for the charts</source>
        <translation>Ordner für die Diagramme</translation>
    </message>
    <message>
        <source>Open the recipe of a chart</source>
        <translation>Rezept eines Diagramms öffnen</translation>
    </message>
    <message>
        <source>Recipes of charts (*.podium.json)</source>
        <translation>Diagrammrezepte (*.podium.json)</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The run&apos;s id, or how it begins.</source>
        <translation>Die ID des Runs oder ihr Anfang.</translation>
    </message>
    <message>
        <source>Only this file or folder.</source>
        <translation>Nur diese Datei oder dieser Ordner.</translation>
    </message>
    <message>
        <source>Copy the artifacts into this folder.</source>
        <translation>Die Artefakte in diesen Ordner kopieren.</translation>
    </message>
    <message>
        <source>bring the cache up to date with a source</source>
        <translation>den Cache mit einer Quelle abgleichen</translation>
    </message>
    <message>
        <source>all that is known of a source, as JSON</source>
        <translation>alles, was über eine Quelle bekannt ist, als JSON</translation>
    </message>
    <message>
        <source>the run table: filter, order, columns, formats</source>
        <translation>die Run-Tabelle: Filter, Sortierung, Spalten, Formate</translation>
    </message>
    <message>
        <source>every point of a metric of a run</source>
        <translation>alle Punkte einer Metrik eines Runs</translation>
    </message>
    <message>
        <source>list or download the artifacts of a run</source>
        <translation>die Artefakte eines Runs auflisten oder herunterladen</translation>
    </message>
    <message>
        <source>registered models and their versions</source>
        <translation>registrierte Modelle und ihre Versionen</translation>
    </message>
    <message>
        <source>what could not be read, and why</source>
        <translation>was nicht gelesen werden konnte und warum</translation>
    </message>
    <message>
        <source>Usage: podium [SOURCE...]         open the window
       podium COMMAND SOURCE ... work without a window

Commands:
</source>
        <translation>Aufruf: podium [SOURCE...]        das Fenster öffnen
        podium COMMAND SOURCE ... ohne Fenster arbeiten

Befehle:
</translation>
    </message>
    <message>
        <source>Prints all that is known of a source after a sync, as one JSON document.</source>
        <translation>Gibt nach einer Synchronisierung alles, was über eine Quelle bekannt ist, als ein JSON-Dokument aus.</translation>
    </message>
    <message>
        <source>Write to this file instead of the standard output.</source>
        <translation>In diese Datei statt auf die Standardausgabe schreiben.</translation>
    </message>
    <message>
        <source>Leave out the points of the metrics.</source>
        <translation>Die Punkte der Metriken weglassen.</translation>
    </message>
    <message>
        <source>Leave out the lists of artifacts.</source>
        <translation>Die Artefaktlisten weglassen.</translation>
    </message>
    <message>
        <source>Prints every point of a metric of a run.</source>
        <translation>Gibt alle Punkte einer Metrik eines Runs aus.</translation>
    </message>
    <message>
        <source>The metric.</source>
        <translation>Die Metrik.</translation>
    </message>
    <message>
        <source>csv, tsv or json.</source>
        <translation>csv, tsv oder json.</translation>
    </message>
    <message>
        <source>There is no format %1.</source>
        <translation>Das Format %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The run has no metric %1.</source>
        <translation>Der Run hat keine Metrik %1.</translation>
    </message>
    <message>
        <source>Lists the registered models, or the versions of one.</source>
        <translation>Listet die registrierten Modelle oder die Versionen eines davon auf.</translation>
    </message>
    <message>
        <source>A registered model.</source>
        <translation>Ein registriertes Modell.</translation>
    </message>
    <message>
        <source>table, csv, tsv, json, markdown, latex or ids.</source>
        <translation>table, csv, tsv, json, markdown, latex oder ids.</translation>
    </message>
    <message>
        <source>There is no registered model %1.</source>
        <translation>Es gibt kein registriertes Modell %1.</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>Diese Hilfe ausgeben.</translation>
    </message>
    <message>
        <source>Use this cache file instead of the one in the user&apos;s data folder.</source>
        <translation>Diese Cache-Datei statt der im Datenordner des Benutzers verwenden.</translation>
    </message>
    <message>
        <source>There is an argument too many: %1</source>
        <translation>Ein Argument ist zu viel: %1</translation>
    </message>
    <message>
        <source>The source is an empty text.</source>
        <translation>Die Quelle ist ein leerer Text.</translation>
    </message>
    <message>
        <source>Some arguments are missing.</source>
        <translation>Es fehlen Argumente.</translation>
    </message>
    <message>
        <source>See: podium %1 --help</source>
        <translation>Siehe: podium %1 --help</translation>
    </message>
    <message>
        <source>Lists what could not be read, with path and reason.</source>
        <translation>Listet auf, was nicht gelesen werden konnte, mit Pfad und Grund.</translation>
    </message>
    <message>
        <source>table, csv, tsv, json, markdown or latex.</source>
        <translation>table, csv, tsv, json, markdown oder latex.</translation>
    </message>
    <message>
        <source>Only this experiment; may be repeated.</source>
        <translation>Nur dieses Experiment; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Only runs for which it holds, e.g. &quot;metrics.loss &lt; 0.3 AND params.opt = &apos;adam&apos;&quot;.</source>
        <translation>Nur Runs, auf die das zutrifft, z. B. &quot;metrics.loss &lt; 0.3 AND params.opt = &apos;adam&apos;&quot;.</translation>
    </message>
    <message>
        <source>E.g. &quot;metrics.loss ASC&quot;; may be repeated.</source>
        <translation>Z. B. &quot;metrics.loss ASC&quot;; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Columns, e.g. &quot;run_name,params.lr,min(metrics.loss)&quot;.</source>
        <translation>Spalten, z. B. &quot;run_name,params.lr,min(metrics.loss)&quot;.</translation>
    </message>
    <message>
        <source>At most so many runs.</source>
        <translation>Höchstens so viele Runs.</translation>
    </message>
    <message>
        <source>Deleted runs too.</source>
        <translation>Auch gelöschte Runs.</translation>
    </message>
    <message>
        <source>Answer many questions: a JSON object a line with &quot;filter&quot; and &quot;order_by&quot;; - is the standard input.</source>
        <translation>Viele Anfragen beantworten: je Zeile ein JSON-Objekt mit &quot;filter&quot; und &quot;order_by&quot;; - ist die Standardeingabe.</translation>
    </message>
    <message>
        <source>There is no experiment %1.</source>
        <translation>Es gibt kein Experiment %1.</translation>
    </message>
    <message>
        <source>Prints the run table of a source.</source>
        <translation>Gibt die Run-Tabelle einer Quelle aus.</translation>
    </message>
    <message>
        <source>--limit takes a number.</source>
        <translation>--limit verlangt eine Zahl.</translation>
    </message>
    <message>
        <source>Stopped. What was read so far is in the cache.</source>
        <translation>Abgebrochen. Was bisher gelesen wurde, ist im Cache.</translation>
    </message>
    <message>
        <source>%1 more: see podium problems</source>
        <translation>%1 weitere: siehe podium problems</translation>
    </message>
    <message>
        <source>There is no run %1 in %2.</source>
        <translation>Es gibt keinen Run %1 in %2.</translation>
    </message>
    <message>
        <source>%1 runs begin with %2: write more of the id.</source>
        <translation>%1 Runs beginnen mit %2: Geben Sie mehr von der ID an.</translation>
    </message>
    <message>
        <source>Brings the cache up to date with a source and prints what was read.</source>
        <translation>Gleicht den Cache mit einer Quelle ab und gibt aus, was gelesen wurde.</translation>
    </message>
    <message>
        <source>Read every run, changed or not.</source>
        <translation>Jeden Run lesen, ob geändert oder nicht.</translation>
    </message>
    <message>
        <source>Print the figures as JSON.</source>
        <translation>Die Zahlen als JSON ausgeben.</translation>
    </message>
    <message>
        <source>Trust the certificate authorities in this file (PEM).</source>
        <translation>Den Zertifizierungsstellen in dieser Datei (PEM) vertrauen.</translation>
    </message>
    <message>
        <source>Do not check the server&apos;s certificate.</source>
        <translation>Das Zertifikat des Servers nicht prüfen.</translation>
    </message>
    <message>
        <source>Log in with this name. The password comes from MLFLOW_TRACKING_PASSWORD or ~/.mlflow/credentials.</source>
        <translation>Mit diesem Namen anmelden. Das Passwort kommt aus MLFLOW_TRACKING_PASSWORD oder ~/.mlflow/credentials.</translation>
    </message>
    <message>
        <source>An mlruns folder or a SQLite file (mlflow.db, sqlite:///mlflow.db), a folder that has one of them, an experiment&apos;s or run&apos;s folder, the URL of a tracking server, or databricks://PROFILE. Without it MLFLOW_TRACKING_URI is used, or mlruns or mlflow.db in the current folder.</source>
        <translation>Ein mlruns-Ordner oder eine SQLite-Datei (mlflow.db, sqlite:///mlflow.db), ein Ordner, der eines davon enthält, der Ordner eines Experiments oder Runs, die URL eines Tracking-Servers oder databricks://PROFILE. Ohne Angabe gilt MLFLOW_TRACKING_URI, sonst mlruns oder mlflow.db im aktuellen Ordner.</translation>
    </message>
    <message>
        <source>Name a source: there is no MLFLOW_TRACKING_URI, no folder mlruns and no mlflow.db.</source>
        <translation>Nennen Sie eine Quelle: Es gibt weder MLFLOW_TRACKING_URI noch einen Ordner mlruns noch eine mlflow.db.</translation>
    </message>
    <message>
        <source>Stopped. What has come of a file is kept beside it as .part; the same command goes on from there.</source>
        <translation>Angehalten. Was von einer Datei angekommen ist, liegt daneben als .part; derselbe Befehl macht dort weiter.</translation>
    </message>
    <message>
        <source>Lists the artifacts of a run or of a model&apos;s version with their sizes, or downloads them.</source>
        <translation>Listet die Artefakte eines Runs oder einer Modellversion mit ihren Größen auf oder lädt sie herunter.</translation>
    </message>
    <message>
        <source>The run&apos;s id, or how it begins; or a version as models:/NAME/VERSION or models:/NAME@ALIAS.</source>
        <translation>Die ID des Runs oder ihr Anfang; oder eine Version als models:/NAME/VERSION oder models:/NAME@ALIAS.</translation>
    </message>
    <message>
        <source>There is no version %1 in %2.</source>
        <translation>Es gibt keine Version %1 in %2.</translation>
    </message>
    <message>
        <source>%1 and %2; no run has changed since the last sync.</source>
        <translation>%1 und %2; kein Run hat sich seit dem letzten Sync geändert.</translation>
    </message>
    <message>
        <source>%1 and %2; %3 new or changed, %4 gone.</source>
        <translation>%1 und %2; %3 neu oder geändert, %4 nicht mehr da.</translation>
    </message>
    <message>
        <source>Of this version instead of the model.</source>
        <translation>Von dieser Version statt vom Modell.</translation>
    </message>
    <message>
        <source>Brings a version of a registered model to a stage.</source>
        <translation>Bringt eine Version eines registrierten Modells in eine Stage.</translation>
    </message>
    <message>
        <source>The version&apos;s number.</source>
        <translation>Die Nummer der Version.</translation>
    </message>
    <message>
        <source>None, Staging, Production or Archived.</source>
        <translation>None, Staging, Production oder Archived.</translation>
    </message>
    <message>
        <source>The other versions in that stage go to Archived.</source>
        <translation>Die anderen Versionen in dieser Stage kommen nach Archived.</translation>
    </message>
    <message>
        <source>Why; kept by a Databricks workspace.</source>
        <translation>Warum; ein Databricks-Workspace bewahrt es auf.</translation>
    </message>
    <message>
        <source>There is no stage %1.</source>
        <translation>Es gibt keine Stage %1.</translation>
    </message>
    <message>
        <source>--archive-existing is for Staging and Production only.</source>
        <translation>--archive-existing gilt nur für Staging und Production.</translation>
    </message>
    <message>
        <source>Sets, moves or takes away an alias of a registered model.</source>
        <translation>Setzt, verschiebt oder entfernt einen Alias eines registrierten Modells.</translation>
    </message>
    <message>
        <source>The alias.</source>
        <translation>Der Alias.</translation>
    </message>
    <message>
        <source>The version it is to be at.</source>
        <translation>Die Version, bei der er sein soll.</translation>
    </message>
    <message>
        <source>Take it away.</source>
        <translation>Entfernen.</translation>
    </message>
    <message>
        <source>Give a version, or --remove.</source>
        <translation>Eine Version oder --remove angeben.</translation>
    </message>
    <message>
        <source>Describes a registered model or a version of it.</source>
        <translation>Beschreibt ein registriertes Modell oder eine Version davon.</translation>
    </message>
    <message>
        <source>The description; &quot;&quot; takes it away.</source>
        <translation>Die Beschreibung; &quot;&quot; entfernt sie.</translation>
    </message>
    <message>
        <source>Tags a registered model or a version of it.</source>
        <translation>Gibt einem registrierten Modell oder einer Version davon ein Tag.</translation>
    </message>
    <message>
        <source>The tag&apos;s key.</source>
        <translation>Der Schlüssel des Tags.</translation>
    </message>
    <message>
        <source>The tag&apos;s value.</source>
        <translation>Der Wert des Tags.</translation>
    </message>
    <message>
        <source>Give a value, or --remove.</source>
        <translation>Einen Wert oder --remove angeben.</translation>
    </message>
    <message>
        <source>bring a version of a registered model to a stage</source>
        <translation>eine Version eines registrierten Modells in eine Stage bringen</translation>
    </message>
    <message>
        <source>set, move or take away an alias of a model</source>
        <translation>einen Alias eines Modells setzen, verschieben oder entfernen</translation>
    </message>
    <message>
        <source>describe a registered model or a version of it</source>
        <translation>ein registriertes Modell oder eine Version davon beschreiben</translation>
    </message>
    <message>
        <source>tag a registered model or a version of it</source>
        <translation>einem registrierten Modell oder einer Version davon ein Tag geben</translation>
    </message>
    <message>
        <source>changes that have not arrived in their stores</source>
        <translation>Änderungen, die nicht in ihren Stores angekommen sind</translation>
    </message>
    <message>
        <source>
A command&apos;s options: podium COMMAND --help
Exit codes: 0 done, 1 done with problems in the store, 2 wrong usage,
3 the source can&apos;t be opened, 4 stopped. Of changes: 5 conflict, 6 waiting,
7 refused.
</source>
        <translation>
Optionen eines Befehls: podium COMMAND --help
Rückgabewerte: 0 fertig, 1 fertig mit Problemen im Store, 2 falscher Aufruf,
3 Quelle kann nicht geöffnet werden, 4 abgebrochen. Bei Änderungen: 5 Konflikt,
6 wartet, 7 abgelehnt.
</translation>
    </message>
    <message>
        <source>Only if the store holds this; &quot;&quot; for nothing. Without it, only if it still holds what was read just before.</source>
        <translation>Nur wenn im Store dies steht; &quot;&quot; für nichts. Ohne Angabe nur, wenn dort noch steht, was unmittelbar vorher gelesen wurde.</translation>
    </message>
    <message>
        <source>Print what would be written where, and write nothing.</source>
        <translation>Ausgeben, was wohin geschrieben würde, und nichts schreiben.</translation>
    </message>
    <message>
        <source>Only put it into the outbox: it goes to the store from the window, or by podium outbox --retry.</source>
        <translation>Nur in den Postausgang legen: In den Store kommt es vom Fenster aus oder durch podium outbox --retry.</translation>
    </message>
    <message>
        <source>There is no version %1 of %2.</source>
        <translation>Es gibt keine Version %1 von %2.</translation>
    </message>
    <message>
        <source>It is so already: %1.</source>
        <translation>Es ist schon so: %1.</translation>
    </message>
    <message>
        <source>The store holds something else than what is expected.</source>
        <translation>Im Store steht etwas anderes als erwartet.</translation>
    </message>
    <message>
        <source>Number %1 in the outbox: %2</source>
        <translation>Nummer %1 im Postausgang: %2</translation>
    </message>
    <message>
        <source>It waits for number %1: %2.</source>
        <translation>Es wartet auf Nummer %1: %2.</translation>
    </message>
    <message>
        <source>It is number %1 in the outbox: see podium outbox.</source>
        <translation>Es ist Nummer %1 im Postausgang: siehe podium outbox.</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Stopped. What did not arrive waits in the outbox.</source>
        <translation>Abgebrochen. Was nicht angekommen ist, wartet im Postausgang.</translation>
    </message>
    <message>
        <source>There is no number %1 in the outbox.</source>
        <translation>Es gibt keine Nummer %1 im Postausgang.</translation>
    </message>
    <message>
        <source>Number %1 is just being written.</source>
        <translation>Nummer %1 wird gerade geschrieben.</translation>
    </message>
    <message>
        <source>Lists the changes that have not arrived in their stores: all, or those of a source.</source>
        <translation>Listet die Änderungen auf, die nicht in ihren Stores angekommen sind: alle oder die einer Quelle.</translation>
    </message>
    <message>
        <source>Bring them to their stores first, but for conflicts.</source>
        <translation>Sie vorher in ihre Stores bringen, außer bei Konflikten.</translation>
    </message>
    <message>
        <source>Take this one back first: what the store holds counts.</source>
        <translation>Diese vorher zurücknehmen: Es gilt, was im Store steht.</translation>
    </message>
    <message>
        <source>Print the list as JSON.</source>
        <translation>Die Liste als JSON ausgeben.</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 Run</numerusform>
            <numerusform>%1 Runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 point(s)</source>
        <translation>
            <numerusform>%1 Punkt</numerusform>
            <numerusform>%1 Punkte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 file(s)</source>
        <translation>
            <numerusform>%1 Datei</numerusform>
            <numerusform>%1 Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 version(s)</source>
        <translation>
            <numerusform>%1 Version</numerusform>
            <numerusform>%1 Versionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 problem(s)</source>
        <translation>
            <numerusform>%1 Problem</numerusform>
            <numerusform>%1 Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 experiment(s)</source>
        <translation>
            <numerusform>%1 Experiment</numerusform>
            <numerusform>%1 Experimente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Databricks</name>
    <message>
        <source>Nothing says which workspace that is: DATABRICKS_HOST is not set, and %1 has no profile DEFAULT.</source>
        <translation>Nichts sagt, welcher Workspace das ist: DATABRICKS_HOST ist nicht gesetzt, und %1 hat kein Profil DEFAULT.</translation>
    </message>
    <message>
        <source>%1 has no usable profile “%2”.</source>
        <translation>%1 hat kein brauchbares Profil „%2“.</translation>
    </message>
    <message>
        <source>Those it has are: %1.</source>
        <translation>Vorhanden sind: %1.</translation>
    </message>
    <message>
        <source>Shows the models of Unity Catalog.</source>
        <translation>Zeigt die Modelle von Unity Catalog.</translation>
    </message>
    <message>
        <source>Shows the models of Unity Catalog and of the workspace.</source>
        <translation>Zeigt die Modelle von Unity Catalog und des Workspace.</translation>
    </message>
</context>
<context>
    <name>Decisions</name>
    <message>
        <source>(deleted)</source>
        <translation>(gelöscht)</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Name: waiting until the store can be reached</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Kept here only, the server does not let you write: %1</source>
        <translation>Nur hier behalten, der Server erlaubt das Schreiben nicht: %1</translation>
    </message>
    <message>
        <source>Kept here only, the store is read-only: %1.</source>
        <translation>Nur hier behalten, der Store ist schreibgeschützt: %1.</translation>
    </message>
    <message>
        <source>Kept here only, the store is read-only.</source>
        <translation>Nur hier behalten, der Store ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>wird geschrieben</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>kept here only</source>
        <translation>nur hier behalten</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Changed here, and being written to the store.</source>
        <translation>Hier geändert, wird in den Store geschrieben.</translation>
    </message>
    <message>
        <source>Changed here, and waiting until the store can be reached.</source>
        <translation>Hier geändert, wartet, bis der Store erreichbar ist.</translation>
    </message>
    <message>
        <source>Changed here only, the store is read-only.</source>
        <translation>Nur hier geändert, der Store ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Changed here, and refused by the store: see the outbox.</source>
        <translation>Hier geändert, vom Store abgelehnt: siehe Postausgang.</translation>
    </message>
    <message>
        <source>Changed here and in the store: see the outbox.</source>
        <translation>Hier und im Store geändert: siehe Postausgang.</translation>
    </message>
    <message>
        <source>Written to the store.</source>
        <translation>In den Store geschrieben.</translation>
    </message>
    <message>
        <source>Is being written to the store.</source>
        <translation>Wird in den Store geschrieben.</translation>
    </message>
    <message>
        <source>Waiting, and tried again by itself: %1</source>
        <translation>Wartet und wird von selbst erneut versucht: %1</translation>
    </message>
    <message>
        <source>Waiting until the store can be reached.</source>
        <translation>Wartet, bis der Store erreichbar ist.</translation>
    </message>
    <message>
        <source>Somebody else changed it meanwhile. The store holds “%1”.</source>
        <translation>Jemand anders hat es inzwischen geändert. Im Store steht „%1“.</translation>
    </message>
    <message>
        <source>Somebody else deleted it meanwhile.</source>
        <translation>Jemand anders hat es inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Somebody else moved the alias meanwhile: it is at version %1.</source>
        <translation>Jemand anders hat den Alias inzwischen verschoben: Er ist bei Version %1.</translation>
    </message>
    <message>
        <source>Somebody else took the alias away meanwhile.</source>
        <translation>Jemand anders hat den Alias inzwischen entfernt.</translation>
    </message>
    <message>
        <source>Others are in %1 than there were when this was decided: version %2.</source>
        <translation>In %1 sind andere als bei der Entscheidung: Version %2.</translation>
    </message>
    <message>
        <source>Somebody else moved the version meanwhile: it is in %1.</source>
        <translation>Jemand anders hat die Version inzwischen verschoben: Sie ist in %1.</translation>
    </message>
    <message>
        <source>Waiting for what was decided before it: %1.</source>
        <translation>Wartet auf das, was vorher entschieden wurde: %1.</translation>
    </message>
    <message>
        <source>Alias %1</source>
        <translation>Alias %1</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <comment>churn, version 7</comment>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>%1, archives %2</source>
        <comment>Production, archives 4, 5</comment>
        <translation>%1, archiviert %2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>Staging → Production</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>version %1 of %2: %3</source>
        <translation>Version %1 von %2: %3</translation>
    </message>
    <message>
        <source>alias %1 of %2: %3</source>
        <translation>Alias %1 von %2: %3</translation>
    </message>
    <message>
        <source>description of %1: %2</source>
        <translation>Beschreibung von %1: %2</translation>
    </message>
    <message>
        <source>description of version %1 of %2: %3</source>
        <translation>Beschreibung von Version %1 von %2: %3</translation>
    </message>
    <message>
        <source>tag %1 of %2: %3</source>
        <translation>Tag %1 von %2: %3</translation>
    </message>
    <message>
        <source>tag %1 of version %2 of %3: %4</source>
        <translation>Tag %1 von Version %2 von %3: %4</translation>
    </message>
    <message>
        <source>tag %1 of run %2: %3</source>
        <translation>Tag %1 von Run %2: %3</translation>
    </message>
    <message>
        <source>name of run %1: %2</source>
        <translation>Name von Run %1: %2</translation>
    </message>
    <message>
        <source>%1: is deleted</source>
        <comment>models/churn/aliases/champion: …</comment>
        <translation>%1: wird gelöscht</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>Connect to %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message>
        <source>Open the database %1</source>
        <translation>Datenbank %1 öffnen</translation>
    </message>
    <message>
        <source>Open the archive %1</source>
        <translation>Archiv %1 öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open these %1 as sources</source>
        <translation>Diese %1 als Quellen öffnen</translation>
    </message>
    <message>
        <source>Import the view %1</source>
        <translation>Ansicht %1 importieren</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>There is nothing at %1. Check the path, or whether the disk or share it is on is connected.</source>
        <translation>Unter %1 ist nichts zu finden. Prüfen Sie den Pfad und ob der Datenträger oder die Freigabe verbunden ist.</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read: %2. Ask its owner for the right to read it, then sync again.</source>
        <translation>%1 kann nicht gelesen werden: %2. Lassen Sie sich vom Eigentümer Leserechte geben und synchronisieren Sie dann erneut.</translation>
    </message>
    <message>
        <source>Not an MLflow store</source>
        <translation>Kein MLflow-Store</translation>
    </message>
    <message>
        <source>%1 is no MLflow store: it has no experiment folder with a meta.yaml. Open the mlruns folder, or one that has it.</source>
        <translation>%1 ist kein MLflow-Store: Es gibt darin keinen Experimentordner mit einer meta.yaml. Öffnen Sie den Ordner mlruns oder einen, der ihn enthält.</translation>
    </message>
    <message>
        <source>Not a database</source>
        <translation>Keine Datenbank</translation>
    </message>
    <message>
        <source>%1 is no SQLite database that MLflow made. Open the file that MLflow&apos;s backend store URI names.</source>
        <translation>%1 ist keine von MLflow angelegte SQLite-Datenbank. Öffnen Sie die Datei, die in MLflows Backend-Store-URI steht.</translation>
    </message>
    <message>
        <source>Empty database</source>
        <translation>Leere Datenbank</translation>
    </message>
    <message>
        <source>%1 is a database without MLflow&apos;s tables. MLflow makes them when it writes its first run there.</source>
        <translation>%1 ist eine Datenbank ohne die Tabellen von MLflow. MLflow legt sie an, wenn es den ersten Run dorthin schreibt.</translation>
    </message>
    <message>
        <source>A folder, not a database</source>
        <translation>Ein Ordner, keine Datenbank</translation>
    </message>
    <message>
        <source>%1 is a folder, but a database file was asked for. Open it as a folder instead.</source>
        <translation>%1 ist ein Ordner, verlangt war aber eine Datenbankdatei. Öffnen Sie ihn stattdessen als Ordner.</translation>
    </message>
    <message>
        <source>Unknown kind of source</source>
        <translation>Unbekannte Art von Quelle</translation>
    </message>
    <message>
        <source>Source is gone</source>
        <translation>Quelle ist nicht mehr da</translation>
    </message>
    <message>
        <source>%1 is not there any more. What was read before is still shown; sync again when it is back.</source>
        <translation>%1 ist nicht mehr da. Was zuvor gelesen wurde, wird weiterhin angezeigt; synchronisieren Sie erneut, sobald die Quelle wieder da ist.</translation>
    </message>
    <message>
        <source>No meta.yaml</source>
        <translation>Keine meta.yaml</translation>
    </message>
    <message>
        <source>Empty meta.yaml</source>
        <translation>Leere meta.yaml</translation>
    </message>
    <message>
        <source>Broken meta.yaml</source>
        <translation>Beschädigte meta.yaml</translation>
    </message>
    <message>
        <source>Key missing in meta.yaml</source>
        <translation>Schlüssel fehlt in meta.yaml</translation>
    </message>
    <message>
        <source>%1 has no “%2”, which every such file needs. Add the line and sync again.</source>
        <translation>In %1 fehlt „%2“, das jede solche Datei braucht. Ergänzen Sie die Zeile und synchronisieren Sie erneut.</translation>
    </message>
    <message>
        <source>Id differs from the folder</source>
        <translation>ID weicht vom Ordner ab</translation>
    </message>
    <message>
        <source>%1 says that its id is “%2”, but it lies in the folder “%3”. The folder was probably copied or renamed; give it the name of the id.</source>
        <translation>%1 nennt als ID „%2“, liegt aber im Ordner „%3“. Der Ordner wurde wohl kopiert oder umbenannt; benennen Sie ihn nach der ID.</translation>
    </message>
    <message>
        <source>Unusable value in meta.yaml</source>
        <translation>Unbrauchbarer Wert in meta.yaml</translation>
    </message>
    <message>
        <source>%1 has “%3” for “%2”, which can&apos;t be used. Mend the line and sync again.</source>
        <translation>In %1 steht für „%2“ der unbrauchbare Wert „%3“. Korrigieren Sie die Zeile und synchronisieren Sie erneut.</translation>
    </message>
    <message>
        <source>Unreadable metric line</source>
        <translation>Unlesbare Metrikzeile</translation>
    </message>
    <message>
        <source>Line %2 of %1 was left out: %3. The other lines of the file are shown.</source>
        <translation>Zeile %2 von %1 wurde ausgelassen: %3. Die übrigen Zeilen der Datei werden angezeigt.</translation>
    </message>
    <message>
        <source>Metric without values</source>
        <translation>Metrik ohne Werte</translation>
    </message>
    <message>
        <source>%1 is empty, so this metric has no values. The run was probably stopped before it wrote the first one.</source>
        <translation>%1 ist leer, daher hat diese Metrik keine Werte. Der Run wurde wohl abgebrochen, bevor er den ersten Wert schrieb.</translation>
    </message>
    <message>
        <source>Unusable key</source>
        <translation>Unbrauchbarer Schlüssel</translation>
    </message>
    <message>
        <source>In %1 the key “%2” is none that MLflow allows, so it was left out. Rename the file to have it shown.</source>
        <translation>In %1 ist der Schlüssel „%2“ keiner, den MLflow zulässt; er wurde ausgelassen. Benennen Sie die Datei um, damit er angezeigt wird.</translation>
    </message>
    <message>
        <source>Not UTF-8</source>
        <translation>Kein UTF-8</translation>
    </message>
    <message>
        <source>%1 is not UTF-8 text. The bytes that can&apos;t be read are shown as �; save the file as UTF-8 to mend it.</source>
        <translation>%1 ist kein UTF-8-Text. Unlesbare Bytes werden als � angezeigt; speichern Sie die Datei als UTF-8, um das zu beheben.</translation>
    </message>
    <message>
        <source>Value too large</source>
        <translation>Wert zu groß</translation>
    </message>
    <message>
        <source>%1 has %2, more than the %3 that are kept. Its beginning is shown; the file itself has it all.</source>
        <translation>%1 ist %2 groß; aufbewahrt werden höchstens %3. Angezeigt wird der Anfang; die Datei selbst enthält alles.</translation>
    </message>
    <message>
        <source>Folders too deep</source>
        <translation>Ordner zu tief verschachtelt</translation>
    </message>
    <message>
        <source>%1 has folders more than %2 levels deep; what lies deeper was left out.</source>
        <translation>%1 enthält Ordner, die mehr als %2 Ebenen tief liegen; was tiefer liegt, wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Link out of the store</source>
        <translation>Verknüpfung führt aus dem Store</translation>
    </message>
    <message>
        <source>%1 is a link to a place outside the store. Such links are not followed; open that place as a source of its own.</source>
        <translation>%1 ist eine Verknüpfung auf einen Ort außerhalb des Stores. Solchen Verknüpfungen wird nicht gefolgt; öffnen Sie den Ort als eigene Quelle.</translation>
    </message>
    <message>
        <source>Unexpected file</source>
        <translation>Unerwartete Datei</translation>
    </message>
    <message>
        <source>%1 does not belong to an MLflow store and was left out. It does no harm.</source>
        <translation>%1 gehört nicht zu einem MLflow-Store und wurde ausgelassen. Das ist unbedenklich.</translation>
    </message>
    <message>
        <source>Name used twice</source>
        <translation>Name doppelt vergeben</translation>
    </message>
    <message>
        <source>%1 has the name “%2”, which another one of this store has too. Both are shown; rename one to tell them apart.</source>
        <translation>%1 trägt den Namen „%2“, der in diesem Store schon einmal vorkommt. Beide werden angezeigt; benennen Sie einen davon um, um sie zu unterscheiden.</translation>
    </message>
    <message>
        <source>Reading failed</source>
        <translation>Lesen fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 could not be read: %2. Sync again; if it stays so, check the disk or the network.</source>
        <translation>%1 konnte nicht gelesen werden: %2. Synchronisieren Sie erneut; bleibt es dabei, prüfen Sie Datenträger und Netzwerk.</translation>
    </message>
    <message>
        <source>Too many files to watch</source>
        <translation>Zu viele Dateien zum Überwachen</translation>
    </message>
    <message>
        <source>The system does not allow to watch all of %1 for changes, so it is looked at from time to time instead. A greater fs.inotify.max_user_watches makes it immediate.</source>
        <translation>Das System lässt nicht zu, ganz %1 auf Änderungen zu überwachen; stattdessen wird von Zeit zu Zeit nachgesehen. Mit einem größeren fs.inotify.max_user_watches werden Änderungen sofort bemerkt.</translation>
    </message>
    <message>
        <source>Artifacts only</source>
        <translation>Nur Artefakte</translation>
    </message>
    <message>
        <source>%1 holds artifacts of runs, but no runs: the runs are kept in a database or on a server. Open that one.</source>
        <translation>%1 enthält Artefakte von Runs, aber keine Runs: Diese liegen in einer Datenbank oder auf einem Server. Öffnen Sie stattdessen diese.</translation>
    </message>
    <message>
        <source>Store inside a store</source>
        <translation>Store in einem Store</translation>
    </message>
    <message>
        <source>%1 is an MLflow store inside this one and was left out. Open it as a source of its own.</source>
        <translation>%1 ist ein MLflow-Store innerhalb dieses Stores und wurde ausgelassen. Öffnen Sie ihn als eigene Quelle.</translation>
    </message>
    <message>
        <source>Cache can&apos;t be opened</source>
        <translation>Cache kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>The cache %1 can&apos;t be opened: %2. Check that the folder can be written to and that the disk is not full.</source>
        <translation>Der Cache %1 kann nicht geöffnet werden: %2. Prüfen Sie, ob der Ordner beschreibbar und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>Cache of a newer version</source>
        <translation>Cache einer neueren Version</translation>
    </message>
    <message>
        <source>The cache %1 was made by a newer Podium (its version is %2, this program knows %3). Use that program, or another cache.</source>
        <translation>Der Cache %1 stammt von einem neueren Podium (er hat Version %2, dieses Programm kennt %3). Verwenden Sie jenes Programm oder einen anderen Cache.</translation>
    </message>
    <message>
        <source>Cache was damaged</source>
        <translation>Cache war beschädigt</translation>
    </message>
    <message>
        <source>The cache %1 was damaged; it was put aside as %2 and a new one was begun. Sync your sources to fill it.</source>
        <translation>Der Cache %1 war beschädigt; er wurde als %2 beiseitegelegt und ein neuer angefangen. Synchronisieren Sie Ihre Quellen, um ihn zu füllen.</translation>
    </message>
    <message>
        <source>Cache in use</source>
        <translation>Cache wird verwendet</translation>
    </message>
    <message>
        <source>Another program is writing to the cache %1. Close the other Podium and try again.</source>
        <translation>Ein anderes Programm schreibt gerade in den Cache %1. Schließen Sie das andere Podium und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Database is damaged</source>
        <translation>Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>The database is damaged; this was found while running “%1”: %2. Make a copy of the file before anything else.</source>
        <translation>Die Datenbank ist beschädigt; das zeigte sich beim Ausführen von „%1“: %2. Legen Sie vor allem anderen eine Kopie der Datei an.</translation>
    </message>
    <message>
        <source>Database error</source>
        <translation>Datenbankfehler</translation>
    </message>
    <message>
        <source>The database refused “%1”: %2. Try again; if it stays so, please report it.</source>
        <translation>Die Datenbank hat „%1“ abgelehnt: %2. Versuchen Sie es erneut; bleibt es dabei, melden Sie es bitte.</translation>
    </message>
    <message>
        <source>Filter can&apos;t be read</source>
        <translation>Filter nicht lesbar</translation>
    </message>
    <message>
        <source>The filter can&apos;t be read at character %1: expected %3.</source>
        <translation>Der Filter ist ab Zeichen %1 nicht lesbar; erwartet: %3.</translation>
    </message>
    <message>
        <source>Filter can&apos;t be used</source>
        <translation>Filter nicht anwendbar</translation>
    </message>
    <message>
        <source>The filter can&apos;t be used from character %1 on: %3.</source>
        <translation>Der Filter ist ab Zeichen %1 nicht anwendbar: %3.</translation>
    </message>
    <message>
        <source>Artifact not found</source>
        <translation>Artefakt nicht gefunden</translation>
    </message>
    <message>
        <source>The run %1 has no artifact “%2” any more. Sync its source to see what is there now.</source>
        <translation>Der Run %1 hat kein Artefakt „%2“ mehr. Synchronisieren Sie seine Quelle, um den jetzigen Stand zu sehen.</translation>
    </message>
    <message>
        <source>Artifact outside its run</source>
        <translation>Artefakt außerhalb seines Runs</translation>
    </message>
    <message>
        <source>%1 leads out of the run&apos;s own artifacts and is not opened.</source>
        <translation>%1 führt aus den Artefakten des Runs hinaus und wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>Artifacts not reachable</source>
        <translation>Artefakte nicht erreichbar</translation>
    </message>
    <message>
        <source>The artifacts at %1 can&apos;t be reached from here. Connect the disk or share they are on, or open the store where it was made.</source>
        <translation>Die Artefakte unter %1 sind von hier aus nicht erreichbar. Verbinden Sie den Datenträger oder die Freigabe, auf der sie liegen, oder öffnen Sie den Store dort, wo er entstanden ist.</translation>
    </message>
    <message>
        <source>Artifact too large to show</source>
        <translation>Artefakt zu groß zum Anzeigen</translation>
    </message>
    <message>
        <source>%1 has %2; previews stop at %3. Save it or open it with another program.</source>
        <translation>%1 ist %2 groß; Vorschauen gehen nur bis %3. Speichern Sie die Datei oder öffnen Sie sie mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Can&apos;t be shown</source>
        <translation>Anzeige nicht möglich</translation>
    </message>
    <message>
        <source>%1 can&apos;t be shown: %2. Save it or open it with another program.</source>
        <translation>%1 kann nicht angezeigt werden: %2. Speichern Sie die Datei oder öffnen Sie sie mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Writing failed</source>
        <translation>Schreiben fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Check the free space and your rights there.</source>
        <translation>%1 konnte nicht geschrieben werden: %2. Prüfen Sie den freien Speicherplatz und Ihre Rechte dort.</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>Unerwarteter Fehler</translation>
    </message>
    <message>
        <source>Something happened that should not: %1. Please report it.</source>
        <translation>Etwas Unerwartetes ist passiert: %1. Bitte melden Sie es.</translation>
    </message>
    <message>
        <source>%1 is missing. What the folder tells without it is shown; put the file back from a backup, or remove the folder.</source>
        <translation>%1 fehlt. Was der Ordner auch ohne sie verrät, wird gezeigt; stellen Sie die Datei aus einer Sicherung wieder her oder entfernen Sie den Ordner.</translation>
    </message>
    <message>
        <source>%1 is empty. What the folder tells without it is shown. A full disk often leaves such files; put it back from a backup.</source>
        <translation>%1 ist leer. Was der Ordner auch ohne sie verrät, wird gezeigt. Solche Dateien entstehen oft bei vollem Datenträger; stellen Sie die Datei aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be understood: %2. What the folder tells without it is shown; mend the file and sync again.</source>
        <translation>%1 ist nicht verständlich: %2. Was der Ordner auch ohne sie verrät, wird gezeigt; korrigieren Sie die Datei und synchronisieren Sie erneut.</translation>
    </message>
    <message>
        <source>Database in use</source>
        <translation>Datenbank in Benutzung</translation>
    </message>
    <message>
        <source>%1 is being written by another program and did not become free in time. Wait for that program, then sync again.</source>
        <translation>%1 wird gerade von einem anderen Programm geschrieben und wurde nicht rechtzeitig frei. Warten Sie auf dieses Programm und synchronisieren Sie dann erneut.</translation>
    </message>
    <message>
        <source>Not MLflow&apos;s database</source>
        <translation>Keine Datenbank von MLflow</translation>
    </message>
    <message>
        <source>%1 is a SQLite database, but none of MLflow: it has no table of experiments. Open the file that MLflow&apos;s backend store URI names.</source>
        <translation>%1 ist eine SQLite-Datenbank, aber keine von MLflow: Sie hat keine Tabelle der Experimente. Öffnen Sie die Datei, die MLflows Backend-Store-URI nennt.</translation>
    </message>
    <message>
        <source>%1 is damaged: %2. What could be read is shown. Make a copy of the file before anything else.</source>
        <translation>%1 ist beschädigt: %2. Was lesbar war, wird gezeigt. Legen Sie vor allem anderen eine Kopie der Datei an.</translation>
    </message>
    <message>
        <source>Nobody answers</source>
        <translation>Niemand antwortet</translation>
    </message>
    <message>
        <source>Nothing accepts connections at %1. Check that the server runs and that the port is right.</source>
        <translation>Unter %1 nimmt nichts Verbindungen an. Prüfen Sie, ob der Server läuft und der Port stimmt.</translation>
    </message>
    <message>
        <source>Unknown name</source>
        <translation>Unbekannter Name</translation>
    </message>
    <message>
        <source>The name %1 can&apos;t be found. Check the spelling, the network, and whether a VPN is needed.</source>
        <translation>Der Name %1 ist nicht zu finden. Prüfen Sie die Schreibweise, das Netzwerk und ob ein VPN nötig ist.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>%1 did not answer in time (%2). The server may be overloaded; try again, or give it more time in the connection&apos;s settings.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet (%2). Der Server ist vielleicht überlastet; versuchen Sie es erneut oder geben Sie ihm in den Verbindungseinstellungen mehr Zeit.</translation>
    </message>
    <message>
        <source>Connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>The connection to %1 broke off: %2. What had arrived whole is kept; sync again to go on.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen: %2. Was vollständig angekommen war, bleibt; synchronisieren Sie erneut, um fortzufahren.</translation>
    </message>
    <message>
        <source>Certificate has expired</source>
        <translation>Zertifikat abgelaufen</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired, so the connection is not safe and was not made. The server&apos;s owner has to renew it.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen; die Verbindung wäre nicht sicher und wurde nicht hergestellt. Der Betreiber des Servers muss es erneuern.</translation>
    </message>
    <message>
        <source>Certificate of another host</source>
        <translation>Zertifikat eines anderen Rechners</translation>
    </message>
    <message>
        <source>The certificate that %1 showed is made out to another name, so the connection is not safe and was not made. Check the address.</source>
        <translation>Das Zertifikat, das %1 vorgelegt hat, lautet auf einen anderen Namen; die Verbindung wäre nicht sicher und wurde nicht hergestellt. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Certificate not trusted</source>
        <translation>Zertifikat nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2. If it was issued by your own organisation, name its CA file in the connection&apos;s settings.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: %2. Wurde es von Ihrer eigenen Organisation ausgestellt, nennen Sie deren CA-Datei in den Verbindungseinstellungen.</translation>
    </message>
    <message>
        <source>Certificate can&apos;t be used</source>
        <translation>Zertifikat nicht verwendbar</translation>
    </message>
    <message>
        <source>The certificate file %1 can&apos;t be used: %2. Choose a PEM file.</source>
        <translation>Die Zertifikatsdatei %1 ist nicht verwendbar: %2. Wählen Sie eine PEM-Datei.</translation>
    </message>
    <message>
        <source>Proxy failed</source>
        <translation>Proxy gescheitert</translation>
    </message>
    <message>
        <source>The proxy %1 did not make the connection: %2. Check the proxy in the connection&apos;s settings.</source>
        <translation>Der Proxy %1 hat die Verbindung nicht hergestellt: %2. Prüfen Sie den Proxy in den Verbindungseinstellungen.</translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation>Weitergeleitet</translation>
    </message>
    <message>
        <source>%1 sends to %2. The login is not shown to another host; if you trust it, connect to that address itself.</source>
        <translation>%1 leitet an %2 weiter. Die Anmeldung wird keinem anderen Rechner gezeigt; wenn Sie ihm vertrauen, verbinden Sie sich direkt mit dieser Adresse.</translation>
    </message>
    <message>
        <source>Not an address</source>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>“%1” is no address of a server. It should look like https://mlflow.example.org.</source>
        <translation>„%1“ ist keine Adresse eines Servers. Sie sollte aussehen wie https://mlflow.example.org.</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>Antwort zu groß</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Der Server lehnt ab</translation>
    </message>
    <message>
        <source>%1 answered %2 (%3). The server&apos;s log may tell more.</source>
        <translation>%1 antwortete %2 (%3). Das Protokoll des Servers verrät vielleicht mehr.</translation>
    </message>
    <message>
        <source>Login needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>%1 wants a login. Enter the user and password, or a token, in the connection&apos;s settings.</source>
        <translation>%1 verlangt eine Anmeldung. Geben Sie Benutzer und Passwort oder ein Token in den Verbindungseinstellungen ein.</translation>
    </message>
    <message>
        <source>Login refused</source>
        <translation>Anmeldung abgelehnt</translation>
    </message>
    <message>
        <source>%1 did not accept the login. Check the user and password, or the token.</source>
        <translation>%1 hat die Anmeldung nicht angenommen. Prüfen Sie Benutzer und Passwort oder das Token.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>%1 does not allow this: %2. Ask its administrator for the permission.</source>
        <translation>%1 erlaubt das nicht: %2. Bitten Sie die Administration um die Berechtigung.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>%1 asks to wait: too many requests. Sync again in a while; what had arrived is kept.</source>
        <translation>%1 bittet zu warten: zu viele Anfragen. Synchronisieren Sie später erneut; was angekommen war, bleibt.</translation>
    </message>
    <message>
        <source>The server failed</source>
        <translation>Der Server ist gescheitert</translation>
    </message>
    <message>
        <source>%1 failed with %2: %3. Its log tells why; try again later.</source>
        <translation>%1 ist mit %2 gescheitert: %3. Das Protokoll des Servers sagt, warum; versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Not MLflow&apos;s answer</source>
        <translation>Keine Antwort von MLflow</translation>
    </message>
    <message>
        <source>%1 answered with something that is not JSON (“%2”). The address may be that of another service, or of a login page in front of it.</source>
        <translation>%1 hat mit etwas geantwortet, das kein JSON ist („%2“). Die Adresse gehört vielleicht zu einem anderen Dienst oder zu einer vorgeschalteten Anmeldeseite.</translation>
    </message>
    <message>
        <source>Answer not understood</source>
        <translation>Antwort nicht verstanden</translation>
    </message>
    <message>
        <source>Not known to this server</source>
        <translation>Diesem Server unbekannt</translation>
    </message>
    <message>
        <source>%1 has no %2. It is probably older than this feature.</source>
        <translation>%1 hat kein %2. Der Server ist vermutlich älter als diese Funktion.</translation>
    </message>
    <message>
        <source>Endless pages</source>
        <translation>Endlose Seiten</translation>
    </message>
    <message>
        <source>Not an MLflow server</source>
        <translation>Kein MLflow-Server</translation>
    </message>
    <message>
        <source>%1 answers, but not as an MLflow tracking server does. Check the address and the path.</source>
        <translation>%1 antwortet, aber nicht wie ein MLflow-Tracking-Server. Prüfen Sie Adresse und Pfad.</translation>
    </message>
    <message>
        <source>Profile not found</source>
        <translation>Profil nicht gefunden</translation>
    </message>
    <message>
        <source>%1 has no usable profile “%2”. Add it, or choose another one.</source>
        <translation>%1 hat kein brauchbares Profil „%2“. Legen Sie es an oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Credentials can&apos;t be used</source>
        <translation>Anmeldedaten nicht verwendbar</translation>
    </message>
    <message>
        <source>The credentials of %1 can&apos;t be used: %2.</source>
        <translation>Die Anmeldedaten von %1 sind nicht verwendbar: %2.</translation>
    </message>
    <message>
        <source>Keychain not available</source>
        <translation>Schlüsselbund nicht verfügbar</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>%1 was taken offline, so nothing is asked of it. Go online to read it.</source>
        <translation>%1 wurde offline genommen, es wird also nichts angefragt. Gehen Sie online, um zu lesen.</translation>
    </message>
    <message>
        <source>Experiment too large to hold</source>
        <translation>Experiment zu groß zum Halten</translation>
    </message>
    <message>
        <source>The experiment %1 has more than the %2 runs that are kept here. Its table shows the server&apos;s own answers.</source>
        <translation>Das Experiment %1 hat mehr als die %2 Runs, die hier gehalten werden. Seine Tabelle zeigt die Antworten des Servers.</translation>
    </message>
    <message>
        <source>Sampled history</source>
        <translation>Verlauf als Stichprobe</translation>
    </message>
    <message>
        <source>The server gave only a sample of the metric %2 of run %1.</source>
        <translation>Der Server gab von der Metrik %2 des Runs %1 nur eine Stichprobe.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be opened: sources of this kind are not supported. Open a folder or a SQLite file that MLflow writes to.</source>
        <translation>%1 kann nicht geöffnet werden: Quellen dieser Art werden nicht unterstützt. Öffnen Sie einen Ordner oder eine SQLite-Datei, in die MLflow schreibt.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 and was not taken; the rest is shown. Look there in a browser for a tag or dataset of such a size, or ask its administrator.</source>
        <translation>Die Antwort von %1 ist größer als %2 und wurde nicht angenommen; der Rest wird angezeigt. Dort im Browser nach einem Tag oder Dataset dieser Größe suchen oder die Administration fragen.</translation>
    </message>
    <message>
        <source>The answer of %1 can&apos;t be understood (%2). Sync again; if it stays so, ask who runs the server, or the proxy in front of it.</source>
        <translation>Die Antwort von %1 ist nicht verständlich (%2). Erneut abgleichen; bleibt es dabei, den Betreiber des Servers oder des vorgeschalteten Proxys fragen.</translation>
    </message>
    <message>
        <source>%1 gives the same page again and again, so reading was stopped there. What had arrived is shown. Sync again; if it stays so, tell who runs the server.</source>
        <translation>%1 liefert immer wieder dieselbe Seite, daher wurde das Lesen dort angehalten. Was angekommen war, wird angezeigt. Erneut abgleichen; bleibt es dabei, dem Betreiber des Servers Bescheid geben.</translation>
    </message>
    <message>
        <source>The keychain can&apos;t be used: %1. Unlock or start it, then sync again. A password or token that is entered now is kept until Podium is closed.</source>
        <translation>Der Schlüsselbund ist nicht nutzbar: %1. Ihn entsperren oder starten, dann erneut abgleichen. Ein jetzt eingegebenes Passwort oder Token bleibt bis zum Beenden von Podium erhalten.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written to. The change is kept here only.</source>
        <translation>In %1 kann nicht geschrieben werden. Die Änderung wird nur hier behalten.</translation>
    </message>
    <message>
        <source>Run is gone</source>
        <translation>Run ist nicht mehr da</translation>
    </message>
    <message>
        <source>The store has no run %1 any more, so nothing was written. Sync to see what is there.</source>
        <translation>Der Store hat keinen Run %1 mehr, daher wurde nichts geschrieben. Abgleichen, um den jetzigen Stand zu sehen.</translation>
    </message>
    <message>
        <source>Run is deleted</source>
        <translation>Run ist gelöscht</translation>
    </message>
    <message>
        <source>The run %1 is deleted, and MLflow changes no deleted runs. Restore it in MLflow first.</source>
        <translation>Der Run %1 ist gelöscht, und MLflow ändert keine gelöschten Runs. Ihn zuerst in MLflow wiederherstellen.</translation>
    </message>
    <message>
        <source>Key can&apos;t be used</source>
        <translation>Schlüssel nicht verwendbar</translation>
    </message>
    <message>
        <source>In a folder of files the tags %1 and %2 can&apos;t both be there, because one is a folder and the other a file. Choose another key.</source>
        <translation>In einem Ordner aus Dateien können die Tags %1 und %2 nicht beide vorkommen, denn eines ist ein Ordner und das andere eine Datei. Einen anderen Schlüssel wählen.</translation>
    </message>
    <message>
        <source>Not kept as written</source>
        <translation>Nicht wie geschrieben gespeichert</translation>
    </message>
    <message>
        <source>%2 of run %1 was written, but the store holds something else. Look at it there, then try again.</source>
        <translation>%2 des Runs %1 wurde geschrieben, aber im Store steht etwas anderes. Dort nachsehen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 has no usable profile “%2”. Those it has are: %3.</source>
        <translation>%1 hat kein brauchbares Profil „%2“. Vorhanden sind: %3.</translation>
    </message>
    <message>
        <source>Model is gone</source>
        <translation>Modell ist nicht mehr da</translation>
    </message>
    <message>
        <source>The store has no registered model %1 any more, so nothing was written. Sync to see what is there.</source>
        <translation>Der Store hat kein registriertes Modell %1 mehr, daher wurde nichts geschrieben. Abgleichen, um den jetzigen Stand zu sehen.</translation>
    </message>
    <message>
        <source>Version is gone</source>
        <translation>Version ist nicht mehr da</translation>
    </message>
    <message>
        <source>The model %1 has no version %2 any more, or it is deleted, so nothing was written. Sync to see what is there.</source>
        <translation>Das Modell %1 hat keine Version %2 mehr, oder sie ist gelöscht; daher wurde nichts geschrieben. Abgleichen, um den jetzigen Stand zu sehen.</translation>
    </message>
    <message>
        <source>Not a version</source>
        <translation>Keine Version</translation>
    </message>
    <message>
        <source>“%1” is not the number of a version. Give a whole number from 1 on.</source>
        <translation>„%1“ ist keine Versionsnummer. Eine ganze Zahl ab 1 angeben.</translation>
    </message>
    <message>
        <source>Unknown stage</source>
        <translation>Unbekannte Stage</translation>
    </message>
    <message>
        <source>“%1” is not a stage. MLflow&apos;s stages are None, Staging, Production and Archived.</source>
        <translation>„%1“ ist keine Stage. Die Stages von MLflow sind None, Staging, Production und Archived.</translation>
    </message>
    <message>
        <source>Nothing to archive</source>
        <translation>Nichts zu archivieren</translation>
    </message>
    <message>
        <source>Others can be archived when a version goes to Staging or Production, not when it goes to %1. Leave them as they are, then try again.</source>
        <translation>Andere können archiviert werden, wenn eine Version nach Staging oder Production kommt, nicht aber nach %1. Diese unverändert lassen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Alias can&apos;t be used</source>
        <translation>Alias nicht verwendbar</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be an alias. Choose 1 to 255 letters, digits, underscores and hyphens.</source>
        <translation>„%1“ kann kein Alias sein. 1 bis 255 Buchstaben, Ziffern, Unterstriche und Bindestriche wählen.</translation>
    </message>
    <message>
        <source>Alias is reserved</source>
        <translation>Alias ist reserviert</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be an alias, because MLflow reads latest, v1, v2 … as versions. Choose another one.</source>
        <translation>„%1“ kann kein Alias sein, denn MLflow liest latest, v1, v2 … als Versionen. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the key of a tag. Choose letters, digits, blanks and _ - . : and / with a name on both sides of it.</source>
        <translation>„%1“ kann kein Schlüssel eines Tags sein. Buchstaben, Ziffern, Leerzeichen und _ - . : wählen, dazu / mit einem Namen auf beiden Seiten.</translation>
    </message>
    <message>
        <source>Key is too long</source>
        <translation>Schlüssel ist zu lang</translation>
    </message>
    <message>
        <source>The key %1 has %2 characters, and MLflow takes %3. Choose a shorter one.</source>
        <translation>Der Schlüssel %1 hat %2 Zeichen, und MLflow nimmt %3. Einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>Tag is too long</source>
        <translation>Tag ist zu lang</translation>
    </message>
    <message>
        <source>The value of the tag %1 has %2 characters, and MLflow takes %3. Shorten it, then try again.</source>
        <translation>Der Wert des Tags %1 hat %2 Zeichen, und MLflow nimmt %3. Ihn kürzen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The change of the model %1 was written, but the store holds something else. Look at it there, then try again.</source>
        <translation>Die Änderung am Modell %1 wurde geschrieben, aber im Store steht etwas anderes. Dort nachsehen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>No aliases here</source>
        <translation>Keine Aliase hier</translation>
    </message>
    <message>
        <source>%1 is of an MLflow before 2.3, which has no aliases. Have MLflow upgrade it, then try again.</source>
        <translation>%1 stammt von einem MLflow vor 2.3, das keine Aliase hat. Von MLflow aktualisieren lassen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>No tags here</source>
        <translation>Keine Tags hier</translation>
    </message>
    <message>
        <source>%1 is of an MLflow before 1.10, which has no tags of models. Have MLflow upgrade it, then try again.</source>
        <translation>%1 stammt von einem MLflow vor 1.10, das keine Tags an Modellen hat. Von MLflow aktualisieren lassen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>No stages here</source>
        <translation>Keine Stages hier</translation>
    </message>
    <message>
        <source>%1 has no stages, as in Unity Catalog. Give the version an alias instead.</source>
        <translation>%1 hat keine Stages, wie in Unity Catalog. Der Version stattdessen einen Alias geben.</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>None</source>
        <comment>stage of a model version</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>Staging</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>while connecting</source>
        <translation>beim Verbinden</translation>
    </message>
    <message>
        <source>while waiting for its answer</source>
        <translation>beim Warten auf die Antwort</translation>
    </message>
    <message>
        <source>in the middle of its answer</source>
        <translation>mitten in der Antwort</translation>
    </message>
    <message>
        <source>secret scopes can be read inside Databricks only</source>
        <translation>Secret Scopes sind nur innerhalb von Databricks lesbar</translation>
    </message>
    <message>
        <source>it wants “%1”, which another program or a browser has to do; enter keys or a token instead</source>
        <translation>verlangt wird „%1“, was ein anderes Programm oder ein Browser tun muss; geben Sie stattdessen Schlüssel oder ein Token ein</translation>
    </message>
    <message>
        <source>it is locked</source>
        <translation>er ist gesperrt</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>er hat nicht rechtzeitig geantwortet</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Prüfungen</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>an operator such as =, &lt; or LIKE</source>
        <translation>ein Operator wie =, &lt; oder LIKE</translation>
    </message>
    <message>
        <source>a condition, such as metrics.loss &lt; 0.5</source>
        <translation>eine Bedingung wie metrics.loss &lt; 0.5</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a list in brackets, such as (&apos;a&apos;, &apos;b&apos;)</source>
        <translation>eine Liste in Klammern wie (&apos;a&apos;, &apos;b&apos;)</translation>
    </message>
    <message>
        <source>AND, OR or the end of the filter</source>
        <translation>AND, OR oder das Ende des Filters</translation>
    </message>
    <message>
        <source>a closing bracket</source>
        <translation>eine schließende Klammer</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>ein schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>a closing back-tick</source>
        <translation>ein schließender Backtick</translation>
    </message>
    <message>
        <source>NULL or NOT NULL</source>
        <translation>NULL oder NOT NULL</translation>
    </message>
    <message>
        <source>LIKE, ILIKE or IN</source>
        <translation>LIKE, ILIKE oder IN</translation>
    </message>
    <message>
        <source>a name after the dot</source>
        <translation>ein Name nach dem Punkt</translation>
    </message>
    <message>
        <source>a number such as 0.5 or 1e-3</source>
        <translation>eine Zahl wie 0.5 oder 1e-3</translation>
    </message>
    <message>
        <source>texts in quotes, or numbers, with commas between them</source>
        <translation>Texte in Anführungszeichen oder Zahlen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>something else than this character</source>
        <translation>etwas anderes als dieses Zeichen</translation>
    </message>
    <message>
        <source>a metric in the brackets</source>
        <translation>eine Metrik in den Klammern</translation>
    </message>
    <message>
        <source>a name, and ASC or DESC behind it</source>
        <translation>ein Name, dahinter ASC oder DESC</translation>
    </message>
    <message>
        <source>before the dot stands metrics, params, tags, attributes or dataset</source>
        <translation>vor dem Punkt steht metrics, params, tags, attributes oder dataset</translation>
    </message>
    <message>
        <source>there is no such attribute; metrics, params and tags are written with their kind before a dot</source>
        <translation>dieses Attribut gibt es nicht; bei Metriken, Parametern und Tags steht metrics, params oder tags vor einem Punkt</translation>
    </message>
    <message>
        <source>a dataset has name, digest and context</source>
        <translation>ein Dataset hat name, digest und context</translation>
    </message>
    <message>
        <source>this operator does not compare numbers</source>
        <translation>dieser Operator vergleicht keine Zahlen</translation>
    </message>
    <message>
        <source>a run has several datasets and can&apos;t be ordered by them</source>
        <translation>ein Run hat mehrere Datasets und lässt sich nicht danach sortieren</translation>
    </message>
    <message>
        <source>the list is empty</source>
        <translation>die Liste ist leer</translation>
    </message>
    <message>
        <source>the filter is too long</source>
        <translation>der Filter ist zu lang</translation>
    </message>
    <message>
        <source>the brackets are nested too deeply</source>
        <translation>die Klammern sind zu tief verschachtelt</translation>
    </message>
    <message>
        <source>back-ticks around this name, or blanks around the sign</source>
        <translation>Backticks um diesen Namen oder Leerzeichen um das Zeichen</translation>
    </message>
    <message>
        <source>there is no such function; known are min, max, mean, best, first, last, count, mean_last, at_step, at_best, time_to, slope, abs, log, exp, sqrt and if</source>
        <translation>Diese Funktion gibt es nicht; bekannt sind min, max, mean, best, first, last, count, mean_last, at_step, at_best, time_to, slope, abs, log, exp, sqrt und if</translation>
    </message>
    <message>
        <source>a comma and one more argument</source>
        <translation>ein Komma und noch ein Argument</translation>
    </message>
    <message>
        <source>+, -, *, /, ^ or the end of the formula</source>
        <translation>+, -, *, /, ^ oder das Ende der Formel</translation>
    </message>
    <message>
        <source>a number of points, such as 10</source>
        <translation>eine Anzahl von Punkten, etwa 10</translation>
    </message>
    <message>
        <source>a time: &quot;2026-03-01&quot;, &quot;2026-03-01 12:00&quot;, 2 days ago, today, yesterday, or milliseconds</source>
        <translation>eine Zeit: &quot;2026-03-01&quot;, &quot;2026-03-01 12:00&quot;, 2 days ago, today, yesterday oder Millisekunden</translation>
    </message>
    <message>
        <source>the word ago</source>
        <translation>das Wort ago</translation>
    </message>
    <message>
        <source>this is a text, which can&apos;t be counted with</source>
        <translation>Das ist ein Text, mit dem man nicht rechnen kann</translation>
    </message>
    <message>
        <source>this is no regular expression</source>
        <translation>Das ist kein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>only metrics have values at every step</source>
        <translation>nur Metriken haben bei jedem Schritt Werte</translation>
    </message>
    <message>
        <source>this function can&apos;t be used in a chart&apos;s expression</source>
        <translation>diese Funktion ist im Ausdruck eines Diagramms nicht verwendbar</translation>
    </message>
    <message>
        <source>there is no metric in it</source>
        <translation>darin kommt keine Metrik vor</translation>
    </message>
    <message>
        <source>names in a gate begin with candidate. or incumbent.</source>
        <translation>Namen in einem Gate beginnen mit candidate. oder incumbent.</translation>
    </message>
    <message>
        <source>a version has metrics, params, tags, run_tags, version, stage and run_name</source>
        <translation>eine Version hat metrics, params, tags, run_tags, version, stage und run_name</translation>
    </message>
    <message>
        <source>this compares nothing</source>
        <translation>dies vergleicht nichts</translation>
    </message>
    <message>
        <source>the gate is empty</source>
        <translation>das Gate ist leer</translation>
    </message>
</context>
<context>
    <name>ReportPictures</name>
    <message>
        <source>light: %1</source>
        <translation>hell: %1</translation>
    </message>
    <message>
        <source>strong: %1</source>
        <translation>kräftig: %1</translation>
    </message>
    <message>
        <source>no finite numbers</source>
        <translation>keine endlichen Zahlen</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>bis %1</translation>
    </message>
</context>
<context>
    <name>ReviewPack</name>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Angefragt von</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Archives what is there</source>
        <translation>Archiviert, was dort ist</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Approvals needed</source>
        <translation>Nötige Genehmigungen</translation>
    </message>
    <message>
        <source>Who asks may approve</source>
        <translation>Wer anfragt, darf genehmigen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>Decided on this machine</source>
        <translation>Auf diesem Rechner entschieden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>In its place now</source>
        <translation>Jetzt an dieser Stelle</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>breaking</source>
        <translation>inkompatibel</translation>
    </message>
    <message>
        <source>The same in both: %1</source>
        <translation>In beiden gleich: %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Kein Unterschied.</translation>
    </message>
    <message>
        <source>The model&apos;s policy has no gates.</source>
        <translation>Die Richtlinie des Modells hat keine Gates.</translation>
    </message>
    <message>
        <source>Nothing was decided on this machine.</source>
        <translation>Auf diesem Rechner wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>The events follow each other without a gap.</source>
        <translation>Die Ereignisse folgen lückenlos aufeinander.</translation>
    </message>
    <message>
        <source>Two people wrote at the same time; no event is missing.</source>
        <translation>Zwei Personen haben gleichzeitig geschrieben; kein Ereignis fehlt.</translation>
    </message>
    <message>
        <source>Events were removed or altered after they were written.</source>
        <translation>Ereignisse wurden nach dem Schreiben entfernt oder verändert.</translation>
    </message>
    <message>
        <source>The log is as it was written.</source>
        <translation>Das Protokoll ist so, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>Lines of the log were altered or removed.</source>
        <translation>Zeilen des Protokolls wurden verändert oder entfernt.</translation>
    </message>
    <message>
        <source>An open store records decisions as tags and enforces nothing: this is a log, no proof.</source>
        <translation>Ein offener Store hält Entscheidungen als Tags fest und setzt nichts durch: Dies ist ein Protokoll, kein Beweis.</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>of unknown content</source>
        <translation>mit unbekanntem Inhalt</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weggefallen</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <comment>differences</comment>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>breaking: %1</source>
        <translation>inkompatibel: %1</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>%1 is new</source>
        <comment>a dataset</comment>
        <translation>%1 ist neu</translation>
    </message>
    <message>
        <source>%1 is gone</source>
        <comment>a dataset</comment>
        <translation>%1 ist weggefallen</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 of unknown content</source>
        <translation>%1 mit unbekanntem Inhalt</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>neither run has metrics</source>
        <translation>keiner der Runs hat Metriken</translation>
    </message>
    <message>
        <source>requirements</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>nothing is there to compare with</source>
        <translation>es gibt nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>source run</source>
        <translation>Quell-Run</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 bestanden</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 nicht bestanden</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>the model&apos;s policy has none</source>
        <translation>die Richtlinie des Modells hat keine</translation>
    </message>
    <message>
        <source>made the change</source>
        <translation>hat die Änderung vorgenommen</translation>
    </message>
    <message>
        <source>found it so already</source>
        <translation>fand es schon so vor</translation>
    </message>
    <message>
        <source>did not make the change: somebody else was faster</source>
        <translation>hat die Änderung nicht vorgenommen: jemand anderes war schneller</translation>
    </message>
    <message>
        <source>did not make the change: the store holds “%1” now</source>
        <translation>hat die Änderung nicht vorgenommen: der Store enthält jetzt „%1“</translation>
    </message>
    <message>
        <source>could not make the change: the store refused</source>
        <translation>konnte die Änderung nicht vornehmen: der Store hat abgelehnt</translation>
    </message>
    <message>
        <source>noted what came of it</source>
        <translation>hat das Ergebnis vermerkt</translation>
    </message>
    <message>
        <source>there is no version to compare with</source>
        <translation>es gibt keine Version zum Vergleichen</translation>
    </message>
    <message>
        <source>no %1</source>
        <comment>name of a metric, param or tag</comment>
        <translation>kein %1</translation>
    </message>
    <message>
        <source>the source run has not been read</source>
        <translation>der Quell-Run wurde nicht gelesen</translation>
    </message>
    <message>
        <source>the points of %1 are not here</source>
        <translation>die Punkte von %1 sind nicht hier</translation>
    </message>
    <message>
        <source>a signature is not known</source>
        <translation>eine Signatur ist nicht bekannt</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>param</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>tag = value</comment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>version %1 → %2</source>
        <translation>Version %1 → %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>model · version 7 → Production</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>Out of date: the version is there already.</source>
        <translation>Veraltet: Die Version ist schon dort.</translation>
    </message>
    <message>
        <source>Out of date: the version has been moved since this was asked.</source>
        <translation>Veraltet: Die Version wurde seit der Anfrage verschoben.</translation>
    </message>
    <message>
        <source>Out of date: another version than when this was asked is in %1.</source>
        <translation>Veraltet: In %1 ist eine andere Version als zur Zeit der Anfrage.</translation>
    </message>
    <message>
        <source>Out of date: this was asked for another version and came with a copy.</source>
        <translation>Veraltet: Dies wurde für eine andere Version angefragt und kam mit einer Kopie.</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>hat angefragt</translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation>hat zurückgezogen</translation>
    </message>
    <message>
        <source>commented</source>
        <translation>hat kommentiert</translation>
    </message>
    <message>
        <source>wrote what can&apos;t be read</source>
        <translation>hat Unlesbares geschrieben</translation>
    </message>
    <message>
        <source>wrote “%1”, which this Podium does not know</source>
        <translation>hat „%1“ geschrieben, was dieses Podium nicht kennt</translation>
    </message>
    <message>
        <source>the version names no run</source>
        <translation>die Version nennt keinen Run</translation>
    </message>
    <message>
        <source>the files are on a server and were not fetched</source>
        <translation>die Dateien liegen auf einem Server und wurden nicht geholt</translation>
    </message>
    <message>
        <source>the files are not where they should be</source>
        <translation>die Dateien sind nicht, wo sie sein sollten</translation>
    </message>
    <message>
        <source>the model has no such file</source>
        <translation>das Modell hat keine solche Datei</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <comment>input age</comment>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 added (%2)</source>
        <comment>input age, its type</comment>
        <translation>%1 hinzugefügt (%2)</translation>
    </message>
    <message>
        <source>optional %1 added (%2)</source>
        <comment>input age, its type</comment>
        <translation>optional: %1 hinzugefügt (%2)</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>input age: long → double</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 is required now</source>
        <comment>input age</comment>
        <translation>%1 ist jetzt erforderlich</translation>
    </message>
    <message>
        <source>%1 is optional now</source>
        <comment>input age</comment>
        <translation>%1 ist jetzt optional</translation>
    </message>
    <message>
        <source>inputs stand in another order</source>
        <translation>Eingaben stehen in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>%1: default %2 → %3</source>
        <comment>param alpha</comment>
        <translation>%1: Vorgabe %2 → %3</translation>
    </message>
    <message>
        <source>there is no signature any more</source>
        <translation>es gibt keine Signatur mehr</translation>
    </message>
    <message>
        <source>there was no signature before</source>
        <translation>vorher gab es keine Signatur</translation>
    </message>
    <message>
        <source>The model&apos;s policy can&apos;t be read: nothing is approved by it.</source>
        <translation>Die Richtlinie des Modells ist nicht lesbar: Durch sie wird nichts genehmigt.</translation>
    </message>
    <message>
        <source>This is decided.</source>
        <translation>Dies ist entschieden.</translation>
    </message>
    <message>
        <source>This is out of date: it has to be asked anew.</source>
        <translation>Dies ist veraltet: Es muss neu angefragt werden.</translation>
    </message>
    <message>
        <source>Nobody knows who you are: enter a name in the settings.</source>
        <translation>Der eigene Name ist nicht bekannt: In den Einstellungen einen Namen eingeben.</translation>
    </message>
    <message>
        <source>You have asked for it: by the policy somebody else approves.</source>
        <translation>Selbst angefragt: Laut Richtlinie genehmigt jemand anderes.</translation>
    </message>
    <message>
        <source>You have approved it.</source>
        <translation>Bereits selbst genehmigt.</translation>
    </message>
    <message>
        <source>Events of this version were removed or altered.</source>
        <translation>Ereignisse dieser Version wurden entfernt oder verändert.</translation>
    </message>
    <message>
        <source>A gate has failed: %1</source>
        <translation>Ein Gate ist nicht bestanden: %1</translation>
    </message>
    <message>
        <source>A gate is unknown: %1</source>
        <translation>Ein Gate ist unbekannt: %1</translation>
    </message>
    <message>
        <source>A gate can&apos;t be read: %1</source>
        <translation>Ein Gate ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The server does not let you approve.</source>
        <translation>Der Server erlaubt das Genehmigen nicht.</translation>
    </message>
    <message>
        <source>The request is gone.</source>
        <translation>Die Anfrage ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The version is gone.</source>
        <translation>Die Version ist nicht mehr da.</translation>
    </message>
    <message>
        <source>MLflow does not take this name.</source>
        <translation>MLflow nimmt diesen Namen nicht an.</translation>
    </message>
    <message>
        <source>There are no words.</source>
        <translation>Es gibt keinen Text.</translation>
    </message>
    <message>
        <source>This is too long for a tag of a store.</source>
        <translation>Dies ist zu lang für ein Tag eines Stores.</translation>
    </message>
    <message>
        <source>The policy can&apos;t be read: the tag holds no JSON.</source>
        <translation>Die Richtlinie ist nicht lesbar: Das Tag enthält kein JSON.</translation>
    </message>
    <message>
        <source>The policy was written by a later Podium.</source>
        <translation>Die Richtlinie wurde von einem neueren Podium geschrieben.</translation>
    </message>
    <message>
        <source>The policy&apos;s field “%1” can&apos;t be read.</source>
        <translation>Das Feld „%1“ der Richtlinie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Between 1 and %1 approvals can be wanted.</source>
        <translation>Es können 1 bis %1 Genehmigungen verlangt werden.</translation>
    </message>
    <message>
        <source>Gate %1 can&apos;t be read at character %2: %3</source>
        <translation>Gate %1 ist bei Zeichen %2 nicht lesbar: %3</translation>
    </message>
    <message>
        <source>Gate %1 stands there already.</source>
        <translation>Gate %1 steht schon da.</translation>
    </message>
    <message>
        <source>Lane %1 needs a name that is no stage&apos;s.</source>
        <translation>Spalte %1 braucht einen Namen, den keine Stage hat.</translation>
    </message>
    <message>
        <source>Lane %1 needs the key of a tag.</source>
        <translation>Spalte %1 braucht den Schlüssel eines Tags.</translation>
    </message>
    <message>
        <source>Lane %1 is the same as an earlier one.</source>
        <translation>Spalte %1 ist dieselbe wie eine frühere.</translation>
    </message>
    <message>
        <source>The policy is too long for a tag of a store.</source>
        <translation>Die Richtlinie ist zu lang für ein Tag eines Stores.</translation>
    </message>
    <message>
        <source>The events follow each other without a gap.</source>
        <translation>Die Ereignisse folgen lückenlos aufeinander.</translation>
    </message>
    <message>
        <source>Two people wrote at the same time; no event is missing.</source>
        <translation>Zwei Personen haben gleichzeitig geschrieben; kein Ereignis fehlt.</translation>
    </message>
    <message>
        <source>Events were removed or altered after they were written.</source>
        <translation>Ereignisse wurden nach dem Schreiben entfernt oder verändert.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>(any)</source>
        <translation>(beliebig)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
</context>
<context>
    <name>podium::app::Composition</name>
    <message>
        <source>The cache was damaged and is being rebuilt from the stores. The old file was kept as %1.</source>
        <translation>Der Cache war beschädigt und wird aus den Stores neu aufgebaut. Die alte Datei wurde als %1 aufbewahrt.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Sign In…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>Choose a column of the table</source>
        <translation>Eine Spalte der Tabelle wählen</translation>
    </message>
    <message>
        <source>No column has this name</source>
        <translation>Keine Spalte hat diesen Namen</translation>
    </message>
    <message>
        <source>ascending</source>
        <translation>aufsteigend</translation>
    </message>
    <message>
        <source>descending</source>
        <translation>absteigend</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
</context>
<context>
    <name>podium::app::EditBinding</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) refused</source>
        <translation>
            <numerusform>%n Änderung abgelehnt</numerusform>
            <numerusform>%n Änderungen abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) kept here only</source>
        <translation>
            <numerusform>%n Änderung nur hier behalten</numerusform>
            <numerusform>%n Änderungen nur hier behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of run %2: %3</source>
        <comment>Tag team of run trial-07: the store is read-only</comment>
        <translation>%1 von Run %2: %3</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>version 7 of churn: Staging → Production. It waits …</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>podium::app::RegistryBinding</name>
    <message>
        <source>Nothing is written to this source, as you have said: the change is kept on this machine alone.</source>
        <translation>In diese Quelle wird nichts geschrieben, wie so gewählt: Die Änderung bleibt nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The store can&apos;t be reached now: the change is kept here, shown as waiting, and sent when the store is there again.</source>
        <translation>Der Store ist jetzt nicht erreichbar: Die Änderung wird hier behalten, als wartend angezeigt und gesendet, wenn der Store wieder da ist.</translation>
    </message>
</context>
<context>
    <name>podium::app::ReviewBinding</name>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Save review pack</source>
        <translation>Prüfmappe speichern</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>You have asked for version %1 of %2 to go to %3.</source>
        <translation>Angefragt: Version %1 von %2 soll nach %3.</translation>
    </message>
    <message>
        <source>Show Reviews</source>
        <translation>Prüfungen anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) waiting for you</source>
        <translation>
            <numerusform>%n Anfrage wartet auf eine Antwort</numerusform>
            <numerusform>%n Anfragen warten auf eine Antwort</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asks you: %2</source>
        <comment>who asks what</comment>
        <translation>%1 fragt an: %2</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>policy of %1</source>
        <translation>Richtlinie von %1</translation>
    </message>
    <message>
        <source>Approved: version %1 of %2.</source>
        <translation>Genehmigt: Version %1 von %2.</translation>
    </message>
    <message>
        <source>Rejected: version %1 of %2.</source>
        <translation>Abgelehnt: Version %1 von %2.</translation>
    </message>
    <message>
        <source>Withdrawn: version %1 of %2.</source>
        <translation>Zurückgezogen: Version %1 von %2.</translation>
    </message>
    <message>
        <source>Nothing is decided about version %1 of %2: %3 Its registry keeps requests itself, so this can&apos;t wait.</source>
        <translation>Über Version %1 von %2 ist nichts entschieden: %3 Ihre Registry führt Anfragen selbst, deshalb kann das nicht warten.</translation>
    </message>
    <message>
        <source>Ask Again…</source>
        <translation>Erneut anfragen…</translation>
    </message>
</context>
<context>
    <name>podium::app::SearchBinding</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Schlüsselwort</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Filter runs: words of a name, or metrics.val_loss &lt; 0.3 AND …</source>
        <translation>Runs filtern: Wörter eines Namens oder metrics.val_loss &lt; 0.3 AND …</translation>
    </message>
    <message>
        <source>MLflow itself does not understand this filter; Podium does.</source>
        <translation>MLflow selbst versteht diesen Filter nicht, Podium schon.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>In MLflow&apos;s own language: %1</source>
        <translation>In MLflows eigener Sprache: %1</translation>
    </message>
</context>
<context>
    <name>podium::app::ServerBinding</name>
    <message>
        <source>%1, histories of %2 and artifacts of %3</source>
        <translation>%1, Verläufe von %2 und Artefakte von %3</translation>
    </message>
    <message>
        <source>%1 histories are still to be fetched</source>
        <translation>%1 Verläufe sind noch zu holen</translation>
    </message>
    <message>
        <source>%1 with %2, of which %3 are still to be fetched</source>
        <translation>%1 mit %2, davon noch %3 zu holen</translation>
    </message>
    <message>
        <source>the server does not tell the size of %1</source>
        <translation>der Server nennt die Größe von %1 nicht</translation>
    </message>
    <message>
        <source>Everything is here already.</source>
        <translation>Alles ist schon hier.</translation>
    </message>
    <message>
        <source>Remove a source</source>
        <translation>Eine Quelle entfernen</translation>
    </message>
    <message>
        <source>Remove “%1” from this window?</source>
        <translation>„%1“ aus diesem Fenster entfernen?</translation>
    </message>
    <message>
        <source>Its login is forgotten. Nothing on the server is changed.</source>
        <translation>Die Anmeldung wird vergessen. Auf dem Server ändert sich nichts.</translation>
    </message>
    <message>
        <source>Nothing in the store itself is changed.</source>
        <translation>Im Speicher selbst ändert sich nichts.</translation>
    </message>
    <message>
        <source>&amp;Delete also what is kept of it on this machine</source>
        <translation>Auch &amp;löschen, was davon auf diesem Rechner gehalten wird</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Delete also what is kept of it on this machine: %1</source>
        <translation>Auch &amp;löschen, was davon auf diesem Rechner gehalten wird: %1</translation>
    </message>
    <message>
        <source>Of this source there are here: %1.</source>
        <translation>Von dieser Quelle sind hier: %1.</translation>
    </message>
    <message>
        <source>Looking how much that is…</source>
        <translation>Es wird nachgesehen, wie viel das ist…</translation>
    </message>
</context>
<context>
    <name>podium::app::StatusBinding</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 of %2 shown in charts</source>
        <translation>%1 von %2 in Diagrammen</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 ausgewählt</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>%1 synchronisiert</translation>
    </message>
    <message>
        <source>offline on purpose: what was read before is shown</source>
        <translation>absichtlich offline: Gezeigt wird, was vorher gelesen wurde</translation>
    </message>
    <message>
        <source>not reachable: what was read before is shown</source>
        <translation>nicht erreichbar: Gezeigt wird, was vorher gelesen wurde</translation>
    </message>
</context>
<context>
    <name>podium::app::ViewBinding</name>
    <message>
        <source>view “%1”</source>
        <translation>Ansicht „%1“</translation>
    </message>
    <message>
        <source>reverting a view</source>
        <translation>Zurücksetzen einer Ansicht</translation>
    </message>
    <message>
        <source>saving a view</source>
        <translation>Speichern einer Ansicht</translation>
    </message>
    <message>
        <source>The view of this name is replaced.</source>
        <translation>Die Ansicht dieses Namens wird ersetzt.</translation>
    </message>
    <message>
        <source>Filter, columns, order, groups, colours and charts are kept under this name.</source>
        <translation>Filter, Spalten, Reihenfolge, Gruppen, Farben und Diagramme werden unter diesem Namen behalten.</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>There is a view of this name already.</source>
        <translation>Es gibt schon eine Ansicht dieses Namens.</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>renaming a view</source>
        <translation>Umbenennen einer Ansicht</translation>
    </message>
    <message>
        <source>deleting a view</source>
        <translation>Löschen einer Ansicht</translation>
    </message>
    <message>
        <source>The view “%1” was deleted. The table stays as it is.</source>
        <translation>Die Ansicht „%1“ wurde gelöscht. Die Tabelle bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Import a view</source>
        <translation>Ansicht importieren</translation>
    </message>
    <message>
        <source>Views (*.json)</source>
        <translation>Ansichten (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The view “%1” is there as soon as its experiment is shown.</source>
        <translation>Die Ansicht „%1“ ist da, sobald ihr Experiment gezeigt wird.</translation>
    </message>
    <message>
        <source>The view “%1” was imported.</source>
        <translation>Die Ansicht „%1“ wurde importiert.</translation>
    </message>
    <message>
        <source>view</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Export the view</source>
        <translation>Ansicht exportieren</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>The view was written to %1.</source>
        <translation>Die Ansicht wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Go to a saved view</source>
        <translation>Zu einer gespeicherten Ansicht wechseln</translation>
    </message>
    <message>
        <source>No view has this name</source>
        <translation>Keine Ansicht hat diesen Namen</translation>
    </message>
    <message>
        <source>Saved Views › %1</source>
        <translation>Gespeicherte Ansichten › %1</translation>
    </message>
    <message>
        <source>several experiments</source>
        <translation>mehrere Experimente</translation>
    </message>
    <message>
        <source>Of &amp;Other Experiments</source>
        <translation>V&amp;on anderen Experimenten</translation>
    </message>
</context>
<context>
    <name>podium::session::ChosenRuns</name>
    <message>
        <source>showing runs</source>
        <translation>Einblenden von Runs</translation>
    </message>
    <message>
        <source>hiding runs</source>
        <translation>Ausblenden von Runs</translation>
    </message>
    <message>
        <source>colour of runs</source>
        <translation>Farbe von Runs</translation>
    </message>
</context>
<context>
    <name>podium::session::OfflineKeeper</name>
    <message>
        <source>Keep %1 offline</source>
        <translation>%1 offline halten</translation>
    </message>
</context>
<context>
    <name>podium::session::SourceBook</name>
    <message>
        <source>Remove what is kept of %1</source>
        <translation>Entfernen, was von %1 gehalten wird</translation>
    </message>
</context>
<context>
    <name>podium::views::AboutDialog</name>
    <message>
        <source>About Podium</source>
        <translation>Über Podium</translation>
    </message>
    <message>
        <source>Browse machine-learning experiments: fast, offline, on your own machine.</source>
        <translation>Machine-Learning-Experimente durchstöbern: schnell, offline, auf dem eigenen Rechner.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; without any warranty. Charts are drawn with QCustomPlot (GPL 3), icons are Lucide&apos;s (ISC).</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer; ohne jede Gewährleistung. Die Diagramme zeichnet QCustomPlot (GPL 3), die Symbole stammen von Lucide (ISC).</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
</context>
<context>
    <name>podium::views::AddChartButton</name>
    <message>
        <source>Add chart</source>
        <translation>Diagramm hinzufügen</translation>
    </message>
</context>
<context>
    <name>podium::views::AliasDialog</name>
    <message>
        <source>Names of a metric</source>
        <translation>Namen einer Metrik</translation>
    </message>
    <message>
        <source>These names mean %1 as well. A run that lacks it shows their values in its column.</source>
        <translation>Diese Namen meinen ebenfalls %1. Fehlt es einem Run, zeigt seine Spalte deren Werte.</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Ein anderer Name</translation>
    </message>
    <message>
        <source>Another name, such as val/loss</source>
        <translation>Ein anderer Name, etwa val/loss</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>podium::views::ArchivePreview</name>
    <message>
        <source>Files in the archive</source>
        <translation>Dateien im Archiv</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>packed by %1</source>
        <translation>gepackt mit %1</translation>
    </message>
    <message>
        <source>This name leads out of the folder it would be put into. It is only shown here, never used.</source>
        <translation>Dieser Name führt aus dem Ordner hinaus, in den er käme. Er wird hier nur angezeigt, nie verwendet.</translation>
    </message>
    <message>
        <source>The archive is broken behind this: %1</source>
        <translation>Das Archiv ist hinter dieser Stelle beschädigt: %1</translation>
    </message>
    <message>
        <source>There is more in this archive than is listed here.</source>
        <translation>In diesem Archiv ist mehr, als hier aufgeführt ist.</translation>
    </message>
    <message>
        <source>%1 unpacked</source>
        <translation>%1 entpackt</translation>
    </message>
    <message>
        <source>This archive is empty</source>
        <translation>Dieses Archiv ist leer</translation>
    </message>
    <message>
        <source>A link; where it leads is not followed.</source>
        <translation>Ein Link; seinem Ziel wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Archives in archives are opened only so deep</source>
        <translation>Archive in Archiven werden nur bis zu dieser Tiefe geöffnet</translation>
    </message>
    <message>
        <source>Save this one to open it.</source>
        <translation>Dieses zum Öffnen speichern.</translation>
    </message>
    <message>
        <source>This file can&apos;t be shown</source>
        <translation>Diese Datei kann nicht angezeigt werden</translation>
    </message>
    <message>
        <source>This file is empty</source>
        <translation>Diese Datei ist leer</translation>
    </message>
</context>
<context>
    <name>podium::views::ArrayReport</name>
    <message>
        <source>one value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>bytes of %1</source>
        <translation>Bytes der Länge %1</translation>
    </message>
    <message>
        <source>text of %1</source>
        <translation>Text der Länge %1</translation>
    </message>
    <message>
        <source>Python objects, not loaded</source>
        <translation>Python-Objekte, nicht geladen</translation>
    </message>
    <message>
        <source>The file is cut: it promises %1 values and has %2.</source>
        <translation>Die Datei ist abgeschnitten: Sie verspricht %1 Werte und hat %2.</translation>
    </message>
    <message>
        <source>Statistics of the first %1 values.</source>
        <translation>Statistik der ersten %1 Werte.</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>The first slice of the last two dimensions.</source>
        <translation>Der erste Schnitt der letzten beiden Dimensionen.</translation>
    </message>
    <message>
        <source>Each tile is the mean of the values in its place.</source>
        <translation>Jede Kachel ist der Mittelwert der Werte an ihrer Stelle.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>First values</source>
        <translation>Erste Werte</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>columns first (Fortran)</source>
        <translation>Spalten zuerst (Fortran)</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Nullen</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>Unendlich</translation>
    </message>
    <message>
        <source>Arrays</source>
        <translation>Arrays</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Only the first %1 arrays are listed.</source>
        <translation>Nur die ersten %1 Arrays sind aufgeführt.</translation>
    </message>
    <message>
        <source>1 array</source>
        <translation>1 Array</translation>
    </message>
    <message>
        <source>%1 arrays</source>
        <translation>%1 Arrays</translation>
    </message>
</context>
<context>
    <name>podium::views::ArtifactBrowser</name>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>Artifacts of %1</source>
        <translation>Artefakte von %1</translation>
    </message>
    <message>
        <source>No artifacts</source>
        <translation>Keine Artefakte</translation>
    </message>
    <message>
        <source>This run has logged no files.</source>
        <translation>Dieser Run hat keine Dateien protokolliert.</translation>
    </message>
    <message>
        <source>The artifacts can&apos;t be shown</source>
        <translation>Die Artefakte können nicht angezeigt werden</translation>
    </message>
    <message>
        <source>No run is selected</source>
        <translation>Kein Run ausgewählt</translation>
    </message>
    <message>
        <source>Select a run to see the files it has logged.</source>
        <translation>Wählen Sie einen Run aus, um die von ihm protokollierten Dateien zu sehen.</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Listing the artifacts …</source>
        <translation>Artefakte werden aufgelistet …</translation>
    </message>
    <message>
        <source>The artifacts are not on this computer</source>
        <translation>Die Artefakte sind nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>As listed %1. %2</source>
        <translation>Wie aufgelistet %1. %2</translation>
    </message>
    <message>
        <source>Save all artifacts …</source>
        <translation>Alle Artefakte speichern …</translation>
    </message>
    <message>
        <source>List again</source>
        <translation>Neu auflisten</translation>
    </message>
</context>
<context>
    <name>podium::views::ArtifactPane</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>Quelltext anzeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>No file is selected</source>
        <translation>Keine Datei ausgewählt</translation>
    </message>
    <message>
        <source>A link to another folder of these artifacts.</source>
        <translation>Eine Verknüpfung auf einen anderen Ordner dieser Artefakte.</translation>
    </message>
    <message>
        <source>This file is empty</source>
        <translation>Diese Datei ist leer</translation>
    </message>
    <message>
        <source>This file is gone</source>
        <translation>Diese Datei ist nicht mehr da</translation>
    </message>
    <message>
        <source>This file can&apos;t be shown</source>
        <translation>Diese Datei kann nicht angezeigt werden</translation>
    </message>
    <message>
        <source>Open with another program</source>
        <translation>Mit anderem Programm öffnen</translation>
    </message>
    <message>
        <source>Open with another program (not for programs)</source>
        <translation>Mit anderem Programm öffnen (nicht für Programme)</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>In der Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>Kopie speichern …</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Save all in this folder …</source>
        <translation>Alles in diesem Ordner speichern …</translation>
    </message>
    <message>
        <source>Save all into a folder</source>
        <translation>Alles in einen Ordner speichern</translation>
    </message>
    <message>
        <source>all artifacts</source>
        <translation>alle Artefakte</translation>
    </message>
</context>
<context>
    <name>podium::views::ArtifactTreeModel</name>
    <message>
        <source>A link inside the artifact folder</source>
        <translation>Eine Verknüpfung innerhalb des Artefaktordners</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>On the server, not on this computer</source>
        <translation>Auf dem Server, nicht auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>podium::views::AuditDialog</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>kept here only</source>
        <translation>nur hier behalten</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>alias @%1</source>
        <translation>Alias @%1</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>(can&apos;t be read)</source>
        <translation>(nicht lesbar)</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Decisions log</source>
        <translation>Protokoll der Entscheidungen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by model, person, state, value</source>
        <translation>Nach Modell, Person, Zustand, Wert filtern</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Each line holds the hash of the one before: none was altered or removed.</source>
        <translation>Jede Zeile enthält den Hash der vorigen: Keine wurde verändert oder entfernt.</translation>
    </message>
    <message>
        <source>Lines of this log were altered or removed.</source>
        <translation>Zeilen dieses Protokolls wurden verändert oder entfernt.</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>Entscheidungen exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>podium::views::AxisMarkDialog</name>
    <message>
        <source>Mark a range of %1</source>
        <translation>Bereich von %1 markieren</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Or these texts</source>
        <translation>Oder diese Texte</translation>
    </message>
    <message>
        <source>resnet, vit</source>
        <translation>resnet, vit</translation>
    </message>
    <message>
        <source>Both ends of the range have to be numbers.</source>
        <translation>Beide Enden des Bereichs müssen Zahlen sein.</translation>
    </message>
    <message>
        <source>The end has to be greater than the beginning.</source>
        <translation>Das Ende muss größer sein als der Anfang.</translation>
    </message>
</context>
<context>
    <name>podium::views::BoardView</name>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>No alias</source>
        <translation>Kein Alias</translation>
    </message>
    <message>
        <source>No %1</source>
        <comment>a tag&apos;s key</comment>
        <translation>Kein %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>lane, number of versions</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>podium::views::ChartCard</name>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>wall time</source>
        <translation>absolute Zeit</translation>
    </message>
    <message>
        <source>relative time</source>
        <translation>relative Zeit</translation>
    </message>
    <message>
        <source>Chart of %1</source>
        <translation>Diagramm von %1</translation>
    </message>
    <message>
        <source>smoothed %1</source>
        <translation>geglättet %1</translation>
    </message>
    <message>
        <source>not smoothed</source>
        <translation>nicht geglättet</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>log off</source>
        <translation>log aus</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>None of the shown runs has this metric</source>
        <translation>Keiner der angezeigten Runs hat diese Metrik</translation>
    </message>
    <message>
        <source>extremes exact</source>
        <translation>Extremwerte exakt</translation>
    </message>
    <message>
        <source>drawing…</source>
        <translation>wird gezeichnet…</translation>
    </message>
    <message>
        <source>%1, all seen, %2</source>
        <translation>%1, alle sichtbar, %2</translation>
    </message>
    <message>
        <source>%1 of %2 in view, %3</source>
        <translation>%2, davon %1 sichtbar, %3</translation>
    </message>
    <message>
        <source>%1 NaN</source>
        <translation>%1 NaN</translation>
    </message>
    <message>
        <source>%1 +∞</source>
        <translation>%1 +∞</translation>
    </message>
    <message>
        <source>%1 −∞</source>
        <translation>%1 −∞</translation>
    </message>
    <message>
        <source>%1 not above zero, not on a logarithmic axis</source>
        <translation>%1 nicht über null, nicht auf logarithmischer Achse</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>%1 by %2 %3; %4; values shown from %5 to %6; %7</source>
        <translation>%1, x-Achse: %2 %3; %4; angezeigte Werte von %5 bis %6; %7</translation>
    </message>
    <message>
        <source>Chart options of %1</source>
        <translation>Diagrammoptionen von %1</translation>
    </message>
    <message>
        <source>Chart options</source>
        <translation>Diagrammoptionen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>Undo zoom</source>
        <translation>Zoom rückgängig machen</translation>
    </message>
    <message>
        <source>Show as table…</source>
        <translation>Als Tabelle anzeigen…</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Nach vorn verschieben</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Nach hinten verschieben</translation>
    </message>
    <message>
        <source>Remove chart</source>
        <translation>Diagramm entfernen</translation>
    </message>
    <message>
        <source>X axis</source>
        <translation>X-Achse</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>Absolute Zeit</translation>
    </message>
    <message>
        <source>Relative time</source>
        <translation>Relative Zeit</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>Logarithmische y-Achse</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>PNG, twice as sharp…</source>
        <translation>PNG, doppelte Auflösung…</translation>
    </message>
    <message>
        <source>PNG, 300 dpi…</source>
        <translation>PNG, 300 dpi…</translation>
    </message>
    <message>
        <source>SVG…</source>
        <translation>SVG…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>CSV, all points…</source>
        <translation>CSV, alle Punkte…</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Smoothing %1</source>
        <translation>Glättung %1</translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>Diagramm exportieren</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>checked: %1 one by one, none of %2 pixel columns differs</source>
        <translation>geprüft: %1 einzeln, keine von %2 Pixelspalten weicht ab</translation>
    </message>
    <message>
        <source>checked: %1 of %2 pixel columns differ, please report this</source>
        <translation>geprüft: %1 von %2 Pixelspalten weichen ab, bitte melden Sie das</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>fixed range</source>
        <translation>fester Bereich</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 beyond the y axis</source>
        <translation>%1 außerhalb der y-Achse</translation>
    </message>
    <message>
        <source>%1 without a place on the x axis</source>
        <translation>%1 ohne Platz auf der x-Achse</translation>
    </message>
    <message>
        <source>checking every point…</source>
        <translation>jeder Punkt wird geprüft…</translation>
    </message>
    <message>
        <source>no group</source>
        <translation>ohne Gruppe</translation>
    </message>
    <message>
        <source>Relative time from the run&apos;s start</source>
        <translation>Relative Zeit ab Start des Runs</translation>
    </message>
    <message>
        <source>Another metric</source>
        <translation>Eine andere Metrik</translation>
    </message>
    <message>
        <source>Carry its last value forward</source>
        <translation>Letzten Wert fortführen</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>Logarithmische x-Achse</translation>
    </message>
    <message>
        <source>Restarts as lines of their own</source>
        <translation>Neustarts als eigene Linien</translation>
    </message>
    <message>
        <source>Leave outliers out of the y axis</source>
        <translation>Ausreißer aus der y-Achse lassen</translation>
    </message>
    <message>
        <source>Ranges of the axes…</source>
        <translation>Bereiche der Achsen…</translation>
    </message>
    <message>
        <source>The shown runs have no other metric</source>
        <translation>Die gezeigten Runs haben keine andere Metrik</translation>
    </message>
    <message>
        <source>Kind of smoothing</source>
        <translation>Art der Glättung</translation>
    </message>
    <message>
        <source>Exponential average, as MLflow and TensorBoard</source>
        <translation>Exponentielles Mittel wie MLflow und TensorBoard</translation>
    </message>
    <message>
        <source>Running mean of points</source>
        <translation>Gleitendes Mittel über Punkte</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>Gauß</translation>
    </message>
    <message>
        <source>Smoothing over %1 points</source>
        <translation>Glättung über %1 Punkte</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Groups as bands</source>
        <translation>Gruppen als Bänder</translation>
    </message>
    <message>
        <source>Their runs, faint</source>
        <translation>Ihre Runs, blass</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Standardfehler</translation>
    </message>
    <message>
        <source>95 % confidence</source>
        <translation>95 % Konfidenz</translation>
    </message>
    <message>
        <source>Quartiles</source>
        <translation>Quartile</translation>
    </message>
    <message>
        <source>Least to greatest</source>
        <translation>Kleinster bis größter</translation>
    </message>
    <message>
        <source>Difference to</source>
        <translation>Differenz zu</translation>
    </message>
    <message>
        <source>Nothing: the values themselves</source>
        <translation>Nichts: die Werte selbst</translation>
    </message>
    <message>
        <source>Mark the best value</source>
        <translation>Besten Wert markieren</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>The least</source>
        <translation>Der kleinste</translation>
    </message>
    <message>
        <source>The greatest</source>
        <translation>Der größte</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Check every point</source>
        <translation>Jeden Punkt prüfen</translation>
    </message>
    <message>
        <source>%1 of %2 lines: %3</source>
        <translation>%1 von %2 Linien: %3</translation>
    </message>
    <message>
        <source>sampled by the server, not all points</source>
        <translation>vom Server als Stichprobe, nicht alle Punkte</translation>
    </message>
    <message>
        <source>fetching %1 of %2 histories…</source>
        <translation>%1 von %2 Verläufen werden geholt…</translation>
    </message>
    <message>
        <source>only the latest value is here (offline)</source>
        <translation>nur der letzte Wert ist hier (offline)</translation>
    </message>
    <message>
        <source>only the latest value is here</source>
        <translation>nur der letzte Wert ist hier</translation>
    </message>
    <message>
        <source>the rest could not be fetched: %1</source>
        <translation>der Rest konnte nicht geholt werden: %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>No shown run has all of these metrics at a step</source>
        <translation>Kein gezeigter Run hat alle diese Metriken bei einem Schritt</translation>
    </message>
    <message>
        <source>Edit expression…</source>
        <translation>Ausdruck bearbeiten…</translation>
    </message>
    <message>
        <source>%1 without all of the metrics</source>
        <translation>%1 nicht mit allen Metriken</translation>
    </message>
</context>
<context>
    <name>podium::views::ChartGrid</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>No charts yet</source>
        <translation>Noch keine Diagramme</translation>
    </message>
    <message>
        <source>Choose runs to see their metrics here</source>
        <translation>Wählen Sie Runs aus, um hier ihre Metriken zu sehen</translation>
    </message>
    <message>
        <source>Add chart…</source>
        <translation>Diagramm hinzufügen…</translation>
    </message>
    <message>
        <source>Add chart</source>
        <translation>Diagramm hinzufügen</translation>
    </message>
    <message>
        <source>Lines of a metric…</source>
        <translation>Linien einer Metrik…</translation>
    </message>
    <message>
        <source>Lines of an expression…</source>
        <translation>Linien eines Ausdrucks…</translation>
    </message>
    <message>
        <source>Charts of system metrics</source>
        <translation>Diagramme der Systemmetriken</translation>
    </message>
    <message>
        <source>No system metrics</source>
        <translation>Keine Systemmetriken</translation>
    </message>
    <message>
        <source>MLflow records them for runs that are started with log_system_metrics=True</source>
        <translation>MLflow zeichnet sie für Runs auf, die mit log_system_metrics=True gestartet werden</translation>
    </message>
</context>
<context>
    <name>podium::views::ChartLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>+ %1 more</source>
        <translation>+ %1 weitere</translation>
    </message>
</context>
<context>
    <name>podium::views::ChartPages</name>
    <message>
        <source>Pages of charts</source>
        <translation>Seiten mit Diagrammen</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>System metrics</source>
        <translation>Systemmetriken</translation>
    </message>
</context>
<context>
    <name>podium::views::ColumnPicker</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>Spalten suchen</translation>
    </message>
    <message>
        <source>Search metrics, params, tags</source>
        <translation>Metriken, Parameter, Tags suchen</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Alle Spalten</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Uncheck all</source>
        <translation>Alle abwählen</translation>
    </message>
    <message>
        <source>Shown, in this order</source>
        <translation>Angezeigt, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Shown columns</source>
        <translation>Angezeigte Spalten</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Pfeil hoch</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Pfeil runter</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Nothing has this name</source>
        <translation>Nichts trägt diesen Namen</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Formula…</source>
        <translation>Formel…</translation>
    </message>
    <message>
        <source>Value shown</source>
        <translation>Gezeigter Wert</translation>
    </message>
</context>
<context>
    <name>podium::views::ComparePage</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose runs</source>
        <translation>Runs wählen</translation>
    </message>
    <message>
        <source>Comparing runs</source>
        <translation>Vergleich von Runs</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>The run that the others are compared with (B)</source>
        <translation>Der Run, mit dem die anderen verglichen werden (B)</translation>
    </message>
    <message>
        <source>&amp;Baseline</source>
        <translation>&amp;Basis</translation>
    </message>
    <message>
        <source>Search in the comparison</source>
        <translation>Im Vergleich suchen</translation>
    </message>
    <message>
        <source>Search keys and values</source>
        <translation>Schlüssel und Werte suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go to the difference before (P)</source>
        <translation>Zum vorherigen Unterschied gehen (P)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go to the next difference (N)</source>
        <translation>Zum nächsten Unterschied gehen (N)</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>Regeln…</translation>
    </message>
    <message>
        <source>What counts as the same, and what is ignored</source>
        <translation>Was als gleich gilt und was übergangen wird</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Save or copy the comparison</source>
        <translation>Den Vergleich speichern oder kopieren</translation>
    </message>
    <message>
        <source>Save as Markdown or HTML…</source>
        <translation>Als Markdown oder HTML speichern…</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy all rows as TSV</source>
        <translation>Alle Zeilen als TSV kopieren</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1 (Basis)</translation>
    </message>
    <message>
        <source>One run alone</source>
        <translation>Ein Run allein</translation>
    </message>
    <message>
        <source>Choose at least one more run to compare “%1” with.</source>
        <translation>Wählen Sie mindestens einen weiteren Run, mit dem „%1“ verglichen wird.</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Es wird verglichen…</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Select two or more runs in the table and press Ctrl+D. Params, metrics, environments, code, models and artifacts are then shown side by side.</source>
        <translation>Wählen Sie zwei oder mehr Runs in der Tabelle und drücken Sie Strg+D. Parameter, Metriken, Umgebungen, Code, Modelle und Artefakte stehen dann nebeneinander.</translation>
    </message>
    <message>
        <source>nothing differs</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 Unterschied</translation>
    </message>
    <message>
        <source>%1 differences</source>
        <translation>%1 Unterschiede</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>difference 3 of 17</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Artifacts of “%1” are not compared: %2</source>
        <translation>Artefakte von „%1“ werden nicht verglichen: %2</translation>
    </message>
    <message>
        <source>“%1” has more files than are compared.</source>
        <translation>„%1“ hat mehr Dateien, als verglichen werden.</translation>
    </message>
    <message>
        <source>%1 of %2 chosen runs are compared.</source>
        <translation>%1 von %2 gewählten Runs werden verglichen.</translation>
    </message>
    <message>
        <source>no difference below</source>
        <translation>kein Unterschied weiter unten</translation>
    </message>
    <message>
        <source>no difference above</source>
        <translation>kein Unterschied weiter oben</translation>
    </message>
    <message>
        <source>Make this the baseline</source>
        <translation>Diesen zur Basis machen</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>Den Run zeigen</translation>
    </message>
    <message>
        <source>Take out of the comparison</source>
        <translation>Aus dem Vergleich nehmen</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>Den Vergleich speichern</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>%1 (%2 %)</source>
        <comment>difference (in per cent of the baseline)</comment>
        <translation>%1 (%2 %)</translation>
    </message>
    <message>
        <source>not in the baseline</source>
        <translation>nicht in der Basis</translation>
    </message>
    <message>
        <source>only in the baseline</source>
        <translation>nur in der Basis</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message numerus="yes">
        <source>%n are the same</source>
        <translation>
            <numerusform>%n ist gleich</numerusform>
            <numerusform>%n sind gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>%1 · last</source>
        <comment>a metric</comment>
        <translation>%1 · letzter</translation>
    </message>
    <message>
        <source>%1 · min</source>
        <comment>a metric</comment>
        <translation>%1 · min</translation>
    </message>
    <message>
        <source>%1 · max</source>
        <comment>a metric</comment>
        <translation>%1 · max</translation>
    </message>
    <message>
        <source>%1 · distance of curves</source>
        <comment>a metric</comment>
        <translation>%1 · Abstand der Kurven</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1 · nothing differs</source>
        <translation>%1 · kein Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n differ</source>
        <translation>
            <numerusform>%1 · %n weicht ab</numerusform>
            <numerusform>%1 · %n weichen ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ignored</source>
        <translation>
            <numerusform>%n übergangen</numerusform>
            <numerusform>%n übergangen</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparison of %1</source>
        <translation>Vergleich von %1</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>Kein Unterschied.</translation>
    </message>
    <message>
        <source>The most surprising difference comes first. A number surprises by how many standard deviations of all runs of the experiment it lies from the baseline; a text by the odds that two runs of the experiment agree there.</source>
        <translation>Der überraschendste Unterschied steht zuerst. Eine Zahl überrascht danach, wie viele Standardabweichungen aller Runs des Experiments sie von der Basis entfernt liegt; ein Text danach, wie wahrscheinlich zwei Runs des Experiments darin übereinstimmen.</translation>
    </message>
    <message>
        <source>Distance of the curves: the area between this curve and the baseline&apos;s over the steps that both have, as a share of the rectangle that encloses them. 0 is the same curve, 1 as far apart as can be.</source>
        <translation>Abstand der Kurven: die Fläche zwischen dieser Kurve und der der Basis über die Schritte, die beide haben, als Anteil am umschließenden Rechteck. 0 ist dieselbe Kurve, 1 so weit auseinander wie möglich.</translation>
    </message>
</context>
<context>
    <name>podium::views::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>podium::views::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Databricks profile</source>
        <translation>Databricks-Profil</translation>
    </message>
    <message>
        <source>Databricks &amp;profile</source>
        <translation>Databricks-&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;More settings</source>
        <translation>&amp;Weitere Einstellungen</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>PEM file</source>
        <translation>PEM-Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Automatically, as MLflow itself</source>
        <translation>Automatisch, wie MLflow selbst</translation>
    </message>
    <message>
        <source>With user and password</source>
        <translation>Mit Benutzer und Passwort</translation>
    </message>
    <message>
        <source>With a token</source>
        <translation>Mit einem Token</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>&amp;CA certificates</source>
        <translation>&amp;CA-Zertifikate</translation>
    </message>
    <message>
        <source>C&amp;lient certificate</source>
        <translation>C&amp;lient-Zertifikat</translation>
    </message>
    <message>
        <source>Prox&amp;y</source>
        <translation>Prox&amp;y</translation>
    </message>
    <message>
        <source>As the environment says</source>
        <translation>Wie die Umgebung es sagt</translation>
    </message>
    <message>
        <source>Wor&amp;kspace</source>
        <translation>Wor&amp;kspace</translation>
    </message>
    <message>
        <source>Most runs held of an experiment</source>
        <translation>Höchstens gehaltene Runs eines Experiments</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Most &amp;runs of an experiment</source>
        <translation>Höchstens &amp;Runs eines Experiments</translation>
    </message>
    <message>
        <source>&amp;Do not check the server&apos;s certificate</source>
        <translation>Zertifikat &amp;des Servers nicht prüfen</translation>
    </message>
    <message>
        <source>Do not check the server&apos;s certificate</source>
        <translation>Zertifikat des Servers nicht prüfen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>V&amp;erbinden</translation>
    </message>
    <message>
        <source>Connection of %1</source>
        <translation>Verbindung von %1</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Enter the address of the server.</source>
        <translation>Geben Sie die Adresse des Servers ein.</translation>
    </message>
    <message>
        <source>The address must begin with https://, http:// or databricks://.</source>
        <translation>Die Adresse muss mit https://, http:// oder databricks:// beginnen.</translation>
    </message>
    <message>
        <source>This is no address of a server. It should look like https://mlflow.example.org.</source>
        <translation>Das ist keine Adresse eines Servers. Sie sollte aussehen wie https://mlflow.example.org.</translation>
    </message>
    <message>
        <source>Enter user and password below, not in the address.</source>
        <translation>Geben Sie Benutzer und Passwort unten ein, nicht in der Adresse.</translation>
    </message>
    <message>
        <source>The connection is not encrypted: others on the network can read the login.</source>
        <translation>Die Verbindung ist nicht verschlüsselt: Andere im Netzwerk können die Anmeldung mitlesen.</translation>
    </message>
    <message>
        <source>As the server is called</source>
        <translation>Wie der Server heißt</translation>
    </message>
    <message>
        <source>From MLFLOW_TRACKING_ variables, ~/.mlflow/credentials or a Databricks profile. Nothing of it is kept by Podium.</source>
        <translation>Aus MLFLOW_TRACKING_-Variablen, ~/.mlflow/credentials oder einem Databricks-Profil. Podium behält davon nichts.</translation>
    </message>
    <message>
        <source>To&amp;ken</source>
        <translation>To&amp;ken</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Kept in the keychain of your desktop, nowhere else.</source>
        <translation>Wird im Schlüsselbund Ihres Desktops gehalten, sonst nirgends.</translation>
    </message>
    <message>
        <source>There is no keychain here: it is kept until Podium is closed, and has to be entered again after the next start.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Es bleibt bis zum Beenden von Podium und muss nach dem nächsten Start neu eingegeben werden.</translation>
    </message>
    <message>
        <source>Anybody between here and the server can read and change everything, the login too. Name the CA certificates instead.</source>
        <translation>Jeder zwischen hier und dem Server kann alles lesen und ändern, auch die Anmeldung. Nennen Sie stattdessen die CA-Zertifikate.</translation>
    </message>
    <message>
        <source>S&amp;top test</source>
        <translation>Test an&amp;halten</translation>
    </message>
    <message>
        <source>Enter it, or choose another way to sign in.</source>
        <translation>Geben Sie es ein oder wählen Sie eine andere Art der Anmeldung.</translation>
    </message>
</context>
<context>
    <name>podium::views::ConnectSteps</name>
    <message>
        <source>The name was found.</source>
        <translation>Der Name wurde gefunden.</translation>
    </message>
    <message>
        <source>The server accepts connections.</source>
        <translation>Der Server nimmt Verbindungen an.</translation>
    </message>
    <message>
        <source>The certificate is good.</source>
        <translation>Das Zertifikat ist in Ordnung.</translation>
    </message>
    <message>
        <source>No login was needed.</source>
        <translation>Es war keine Anmeldung nötig.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>An MLflow server that does not tell its version.</source>
        <translation>Ein MLflow-Server, der seine Version nicht nennt.</translation>
    </message>
    <message>
        <source>MLflow %1.</source>
        <translation>MLflow %1.</translation>
    </message>
    <message>
        <source>Experiments and runs may be read.</source>
        <translation>Experimente und Runs dürfen gelesen werden.</translation>
    </message>
    <message>
        <source>%1 may be read.</source>
        <translation>%1 dürfen gelesen werden.</translation>
    </message>
    <message>
        <source>Artifacts can be listed.</source>
        <translation>Artefakte können aufgelistet werden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>The certificate is not checked: others on the network could read along.</source>
        <translation>Das Zertifikat wird nicht geprüft: Andere im Netzwerk könnten mitlesen.</translation>
    </message>
    <message>
        <source>Not used: the connection is not encrypted.</source>
        <translation>Nicht verwendet: Die Verbindung ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Not tried: there is no run yet whose artifacts could be listed.</source>
        <translation>Nicht versucht: Es gibt noch keinen Run, dessen Artefakte aufgelistet werden könnten.</translation>
    </message>
    <message>
        <source>Not tried.</source>
        <translation>Nicht versucht.</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Schritte des Tests</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>podium::views::DataReport</name>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1</source>
        <translation>nicht lesbar: %1</translation>
    </message>
    <message>
        <source>1 table</source>
        <translation>1 Tabelle</translation>
    </message>
    <message>
        <source>%1 tables</source>
        <translation>%1 Tabellen</translation>
    </message>
    <message>
        <source>Only the first tables are shown.</source>
        <translation>Nur die ersten Tabellen werden angezeigt.</translation>
    </message>
    <message>
        <source>The first %1 rows.</source>
        <translation>Die ersten %1 Zeilen.</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 Feature</translation>
    </message>
    <message>
        <source>%1 features</source>
        <translation>%1 Features</translation>
    </message>
    <message>
        <source>Only a part of this map is shown; the source has all.</source>
        <translation>Von dieser Karte wird nur ein Teil angezeigt; der Quelltext enthält alles.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Umriss</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Features</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
</context>
<context>
    <name>podium::views::DecisionDialog</name>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>An alias has at most %1 characters.</source>
        <translation>Ein Alias hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>MLflow takes letters, digits, _ and - in an alias, nothing else.</source>
        <translation>MLflow nimmt in einem Alias Buchstaben, Ziffern, _ und - an, sonst nichts.</translation>
    </message>
    <message>
        <source>MLflow keeps “latest” for the newest version.</source>
        <translation>MLflow behält „latest“ der neuesten Version vor.</translation>
    </message>
    <message>
        <source>MLflow takes “%1” for the number of a version.</source>
        <translation>MLflow hält „%1“ für eine Versionsnummer.</translation>
    </message>
    <message>
        <source>version %1: stage %2 → %3</source>
        <translation>Version %1: Stage %2 → %3</translation>
    </message>
    <message>
        <source>none</source>
        <comment>the alias is not there</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>alias @%1: %2 → %3</source>
        <translation>Alias @%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>what: before → after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>&amp;Stage</translation>
    </message>
    <message>
        <source>A&amp;lias</source>
        <translation>&amp;Alias</translation>
    </message>
    <message>
        <source>Move version %1 to a stage</source>
        <translation>Version %1 in eine Stage verschieben</translation>
    </message>
    <message>
        <source>Set an alias of version %1</source>
        <translation>Einen Alias von Version %1 setzen</translation>
    </message>
    <message>
        <source>Ask for version %1</source>
        <translation>Anfrage für Version %1</translation>
    </message>
    <message>
        <source>%1 · version %2</source>
        <translation>%1 · Version %2</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>such as champion</source>
        <translation>etwa champion</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Why, for those who decide</source>
        <translation>Warum, für alle, die entscheiden</translation>
    </message>
    <message>
        <source>Why; Databricks keeps it</source>
        <translation>Warum; Databricks bewahrt es auf</translation>
    </message>
    <message>
        <source>What to ask for</source>
        <translation>Was angefragt wird</translation>
    </message>
    <message>
        <source>to be moved to a stage</source>
        <translation>in eine Stage verschieben</translation>
    </message>
    <message>
        <source>to get an alias</source>
        <translation>einen Alias geben</translation>
    </message>
    <message>
        <source>As&amp;k</source>
        <translation>An&amp;frage</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>What is asked for, and where</source>
        <translation>Was angefragt wird und wo</translation>
    </message>
    <message>
        <source>What will be written, and where</source>
        <translation>Was geschrieben wird und wohin</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>&amp;Verschieben</translation>
    </message>
    <message>
        <source>&amp;Set Alias</source>
        <translation>Alias s&amp;etzen</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>Anfra&amp;gen</translation>
    </message>
    <message>
        <source>This version is gone.</source>
        <translation>Diese Version ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Archi&amp;ve what is there: %1</source>
        <translation>A&amp;rchivieren, was dort ist: %1</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>Es ist schon so.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>store · model</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>alias @%1</source>
        <translation>Alias @%1</translation>
    </message>
    <message>
        <source>stage of version %1</source>
        <translation>Stage von Version %1</translation>
    </message>
</context>
<context>
    <name>podium::views::DockPanel</name>
    <message>
        <source>Tear off or put back</source>
        <translation>Ablösen oder andocken</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>podium::views::DocumentPreview</name>
    <message>
        <source>Link to %1</source>
        <translation>Link zu %1</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Dokument %1</translation>
    </message>
    <message>
        <source>This document is too big or too deep to be laid out; this is its source.</source>
        <translation>Dieses Dokument ist zu groß oder zu tief verschachtelt, um gesetzt zu werden; dies ist sein Quelltext.</translation>
    </message>
    <message>
        <source>In [%1]</source>
        <translation>In [%1]</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Rohtext</translation>
    </message>
    <message>
        <source>%1 output, not run</source>
        <translation>Ausgabe %1, nicht ausgeführt</translation>
    </message>
    <message>
        <source>A picture that can&apos;t be shown</source>
        <translation>Ein Bild, das nicht angezeigt werden kann</translation>
    </message>
    <message>
        <source>Only the beginning of this notebook is shown; the source has all.</source>
        <translation>Von diesem Notebook wird nur der Anfang angezeigt; der Quelltext enthält alles.</translation>
    </message>
    <message>
        <source>This page is drawn by a script, and scripts are never run here. Open it with another program to see it.</source>
        <translation>Diese Seite wird von einem Skript gezeichnet, und Skripte werden hier nie ausgeführt. Zum Ansehen mit einem anderen Programm öffnen.</translation>
    </message>
    <message>
        <source>The scripts of this page are not run.</source>
        <translation>Die Skripte dieser Seite werden nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Only a part of this notebook is shown; the source has all.</source>
        <translation>Von diesem Notebook wird nur ein Teil angezeigt; der Quelltext enthält alles.</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>1 Zelle</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 Zellen</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
</context>
<context>
    <name>podium::views::ExpressionDialog</name>
    <message>
        <source>Where a metric has no value at a step, take its &amp;last one</source>
        <translation>Wo eine Metrik bei einem Schritt keinen Wert hat, ihren &amp;letzten nehmen</translation>
    </message>
    <message>
        <source>Chart of an expression</source>
        <translation>Diagramm eines Ausdrucks</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Metric…</source>
        <translation>&amp;Metrik…</translation>
    </message>
    <message>
        <source>Put the name of a metric in</source>
        <translation>Den Namen einer Metrik einfügen</translation>
    </message>
    <message>
        <source>&amp;Expression</source>
        <translation>&amp;Ausdruck</translation>
    </message>
    <message>
        <source>Metrics are written as in the search field, with + - * / ^, abs, log, exp, sqrt, min, max and if(condition, a, b). They are joined by step; min(metrics.loss) is the least of the whole history.</source>
        <translation>Metriken werden wie im Suchfeld geschrieben, mit + - * / ^, abs, log, exp, sqrt, min, max und if(condition, a, b). Verbunden werden sie über den Schritt; min(metrics.loss) ist der kleinste Wert des ganzen Verlaufs.</translation>
    </message>
</context>
<context>
    <name>podium::views::FetchPanel</name>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Geholt</translation>
    </message>
    <message>
        <source>This file is on the server.</source>
        <translation>Diese Datei liegt auf dem Server.</translation>
    </message>
    <message>
        <source>Fetch (%1)</source>
        <translation>Holen (%1)</translation>
    </message>
    <message>
        <source>Fetching %1 …</source>
        <translation>%1 wird geholt …</translation>
    </message>
    <message>
        <source>The fetch was stopped. What has come is kept, and the next one goes on from there.</source>
        <translation>Das Holen wurde angehalten. Was angekommen ist, bleibt, und das nächste Mal geht es von dort weiter.</translation>
    </message>
    <message>
        <source>This file is not on this computer</source>
        <translation>Diese Datei ist nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Try Again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>podium::views::Figure</name>
    <message>
        <source>Choose a value in the chart&apos;s menu</source>
        <translation>Im Menü des Diagramms einen Wert wählen</translation>
    </message>
    <message>
        <source>%1 holds no numbers</source>
        <translation>%1 enthält keine Zahlen</translation>
    </message>
    <message>
        <source>None of the %1 has %2</source>
        <translation>Keiner der %1 hat %2</translation>
    </message>
    <message>
        <source>%1 not above zero, not on a logarithmic axis</source>
        <translation>%1 nicht über null, nicht auf logarithmischer Achse</translation>
    </message>
    <message>
        <source>%1 groups: mean%2</source>
        <translation>%1 Gruppen: Mittelwert%2</translation>
    </message>
    <message>
        <source>Bars of %1</source>
        <translation>Balken von %1</translation>
    </message>
    <message>
        <source> ± standard deviation</source>
        <translation> ± Standardabweichung</translation>
    </message>
    <message>
        <source> ± standard error</source>
        <translation> ± Standardfehler</translation>
    </message>
    <message>
        <source> with its 95 % confidence</source>
        <translation> mit 95 % Konfidenz</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1 of %2 with a value</source>
        <translation>%1 von %2 mit Wert</translation>
    </message>
    <message>
        <source>from %1 to %2, median %3</source>
        <translation>von %1 bis %2, Median %3</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 Gruppen</translation>
    </message>
    <message>
        <source>density by Gaussian kernels (Silverman)</source>
        <translation>Dichte mit Gauß-Kernen (Silverman)</translation>
    </message>
    <message>
        <source>whiskers to 1.5 IQR</source>
        <translation>Whisker bis 1,5 IQR</translation>
    </message>
    <message>
        <source>Spread of %1 by %2</source>
        <translation>Streuung von %1, Gruppen: %2</translation>
    </message>
    <message>
        <source>all runs</source>
        <translation>alle Runs</translation>
    </message>
    <message>
        <source>%1 with a value</source>
        <translation>%1 mit Wert</translation>
    </message>
    <message>
        <source>median %1, quartiles %2 and %3</source>
        <translation>Median %1, Quartile %2 und %3</translation>
    </message>
    <message>
        <source>whiskers %1 to %2</source>
        <translation>Whisker %1 bis %2</translation>
    </message>
    <message>
        <source>mean %1 ± %2</source>
        <translation>Mittelwert %1 ± %2</translation>
    </message>
    <message>
        <source>%1 beyond the whiskers</source>
        <translation>%1 jenseits der Whisker</translation>
    </message>
    <message>
        <source>%1 without a colour: no %2</source>
        <translation>%1 ohne Farbe: %2 fehlt</translation>
    </message>
    <message>
        <source>and %1 more, in the same colours</source>
        <translation>und %1 weitere, in denselben Farben</translation>
    </message>
    <message>
        <source>%1 without %2</source>
        <translation>%1 ohne %2</translation>
    </message>
    <message>
        <source>%1 with NaN as %2</source>
        <translation>%1 mit NaN als %2</translation>
    </message>
    <message>
        <source>%1 with ±∞ as %2</source>
        <translation>%1 mit ±∞ als %2</translation>
    </message>
    <message>
        <source>%1 with %2 not above zero, not on a logarithmic axis</source>
        <translation>%1 mit %2 nicht über null, nicht auf logarithmischer Achse</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Choose a column for each axis and a value in the chart&apos;s menu</source>
        <translation>Im Menü des Diagramms für jede Achse eine Spalte und dazu einen Wert wählen</translation>
    </message>
    <message>
        <source>None of the %1 has all of %2, %3 and %4</source>
        <translation>Keiner der %1 hat %2, %3 und %4 zugleich</translation>
    </message>
    <message>
        <source>Contours need three runs or more whose places lie not on one line</source>
        <translation>Höhenlinien brauchen mindestens drei Runs, deren Orte nicht auf einer Geraden liegen</translation>
    </message>
    <message>
        <source>%1 of %2 cells hold runs</source>
        <translation>%1 von %2 Zellen enthalten Runs</translation>
    </message>
    <message>
        <source>straight between means of small squares, blank where none is near</source>
        <translation>linear zwischen Mittelwerten kleiner Quadrate, leer, wo keiner in der Nähe ist</translation>
    </message>
    <message>
        <source>straight between runs, blank where none is near</source>
        <translation>linear zwischen Runs, leer, wo keiner in der Nähe ist</translation>
    </message>
    <message>
        <source>%1 over %2 and %3</source>
        <translation>%1 über %2 und %3</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>Mittelwert von %1</translation>
    </message>
    <message>
        <source>least %1</source>
        <translation>kleinster Wert von %1</translation>
    </message>
    <message>
        <source>greatest %1</source>
        <translation>größter Wert von %1</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>%1: mean %2, from %3 to %4</source>
        <translation>%1: Mittelwert %2, von %3 bis %4</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>others</source>
        <translation>übrige</translation>
    </message>
    <message>
        <source>%1 bins</source>
        <translation>%1 Klassen</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>Histogramm von %1</translation>
    </message>
    <message>
        <source>Choose a metric in the chart&apos;s menu</source>
        <translation>Im Menü des Diagramms eine Metrik wählen</translation>
    </message>
    <message>
        <source>Every param is the same in all runs</source>
        <translation>Jeder Parameter ist in allen Runs gleich</translation>
    </message>
    <message>
        <source>These runs have no params</source>
        <translation>Diese Runs haben keine Parameter</translation>
    </message>
    <message>
        <source>%1 params the same in all runs, left out</source>
        <translation>%1 Parameter in allen Runs gleich, ausgelassen</translation>
    </message>
    <message>
        <source>too few runs to tell an importance: ten at least</source>
        <translation>zu wenige Runs, um eine Wichtigkeit zu bestimmen: mindestens zehn</translation>
    </message>
    <message>
        <source>%1 is the same in all runs</source>
        <translation>%1 ist in allen Runs gleich</translation>
    </message>
    <message>
        <source>the params tell next to nothing about it (R² %1): no importance</source>
        <translation>die Parameter sagen fast nichts darüber (R² %1): keine Wichtigkeit</translation>
    </message>
    <message>
        <source>the params tell a little about it (R² %1): take it as a hint</source>
        <translation>die Parameter sagen ein wenig darüber (R² %1): nur ein Hinweis</translation>
    </message>
    <message>
        <source>R² of the forest&apos;s guesses %1</source>
        <translation>R² der Schätzungen des Random Forest %1</translation>
    </message>
    <message>
        <source>%1: no clear way with %2</source>
        <translation>%1: kein klarer Zusammenhang mit %2</translation>
    </message>
    <message>
        <source>higher %1, clearly higher %2</source>
        <translation>%1 höher, %2 deutlich höher</translation>
    </message>
    <message>
        <source>higher %1, rather higher %2</source>
        <translation>%1 höher, %2 eher höher</translation>
    </message>
    <message>
        <source>higher %1, slightly higher %2</source>
        <translation>%1 höher, %2 etwas höher</translation>
    </message>
    <message>
        <source>higher %1, clearly lower %2</source>
        <translation>%1 höher, %2 deutlich niedriger</translation>
    </message>
    <message>
        <source>higher %1, rather lower %2</source>
        <translation>%1 höher, %2 eher niedriger</translation>
    </message>
    <message>
        <source>higher %1, slightly lower %2</source>
        <translation>%1 höher, %2 etwas niedriger</translation>
    </message>
    <message>
        <source>%1 makes no clear difference to %2</source>
        <translation>%1 macht keinen klaren Unterschied für %2</translation>
    </message>
    <message>
        <source>%2 differs by %1</source>
        <translation>%2 unterscheidet sich nach %1</translation>
    </message>
    <message>
        <source>%1: nothing can be told</source>
        <translation>%1: keine Aussage möglich</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 % of what the params tell about it</source>
        <translation>%1 % dessen, was die Parameter darüber sagen</translation>
    </message>
    <message>
        <source>Spearman %1, p %2, %3</source>
        <translation>Spearman %1, p %2, %3</translation>
    </message>
    <message>
        <source>Pearson %1, p %2, %3</source>
        <translation>Pearson %1, p %2, %3</translation>
    </message>
    <message>
        <source>η %1, p %2, %3</source>
        <translation>η %1, p %2, %3</translation>
    </message>
    <message>
        <source>Choose two axes or more in the chart&apos;s menu</source>
        <translation>Im Menü des Diagramms zwei oder mehr Achsen wählen</translation>
    </message>
    <message>
        <source>%1 within the marks</source>
        <translation>%1 innerhalb der Markierungen</translation>
    </message>
    <message>
        <source>Parallel coordinates: %1</source>
        <translation>Parallele Koordinaten: %1</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no value</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>(no %1)</source>
        <translation>(kein %1)</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Runs</translation>
    </message>
    <message>
        <source>Choose a column for each axis in the chart&apos;s menu</source>
        <translation>Im Menü des Diagramms für jede Achse eine Spalte wählen</translation>
    </message>
    <message>
        <source>%1 drawn small: no %2</source>
        <translation>%1 klein gezeichnet: kein %2</translation>
    </message>
    <message>
        <source>%1 on the Pareto front (%2 %3, %4 %5)</source>
        <translation>%1 auf der Pareto-Front (%2 %3, %4 %5)</translation>
    </message>
    <message>
        <source>None of the %1 has both %2 and %3</source>
        <translation>Keiner der %1 hat sowohl %2 als auch %3</translation>
    </message>
    <message>
        <source>Scatter plot of %1 over %2</source>
        <translation>Streudiagramm von %1 über %2</translation>
    </message>
    <message>
        <source>on the Pareto front: %1</source>
        <translation>auf der Pareto-Front: %1</translation>
    </message>
    <message>
        <source>on the Pareto front</source>
        <translation>auf der Pareto-Front</translation>
    </message>
    <message>
        <source>No runs to show</source>
        <translation>Keine Runs anzuzeigen</translation>
    </message>
</context>
<context>
    <name>podium::views::FigureTable</name>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>podium::views::FileDiff</name>
    <message>
        <source>only left</source>
        <translation>nur links</translation>
    </message>
    <message>
        <source>only right</source>
        <translation>nur rechts</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Only the first %1 differences.</source>
        <translation>Nur die ersten %1 Unterschiede.</translation>
    </message>
    <message>
        <source>No value is different.</source>
        <translation>Kein Wert ist verschieden.</translation>
    </message>
    <message>
        <source>%1 different, %2 the same.</source>
        <translation>%1 verschieden, %2 gleich.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Rows are paired by the column “%1”.</source>
        <translation>Die Zeilen sind nach der Spalte „%1“ gepaart.</translation>
    </message>
    <message>
        <source>Only the first rows are compared.</source>
        <translation>Nur die ersten Zeilen werden verglichen.</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Signature: %1 Requirements: %2</source>
        <translation>Signatur: %1 Abhängigkeiten: %2</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>Alle Werte</translation>
    </message>
    <message>
        <source>%1 lines changed, %2 added, %3 removed.</source>
        <translation>%1 Zeilen geändert, %2 hinzugefügt, %3 entfernt.</translation>
    </message>
    <message>
        <source>Only the beginning is compared.</source>
        <translation>Nur der Anfang wird verglichen.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>There is no way to compare the content of such files here.</source>
        <translation>Der Inhalt solcher Dateien kann hier nicht verglichen werden.</translation>
    </message>
</context>
<context>
    <name>podium::views::FileDiffDialog</name>
    <message>
        <source>Difference of %1</source>
        <translation>Unterschied von %1</translation>
    </message>
    <message>
        <source>%1: “%2” and “%3”</source>
        <translation>%1: „%2“ und „%3“</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Es wird verglichen …</translation>
    </message>
    <message>
        <source>F7 goes to the next difference.</source>
        <translation>F7 führt zum nächsten Unterschied.</translation>
    </message>
</context>
<context>
    <name>podium::views::FolderView</name>
    <message>
        <source>Series of pictures</source>
        <translation>Bilderserie</translation>
    </message>
    <message>
        <source>Step of the series</source>
        <translation>Schritt der Serie</translation>
    </message>
    <message>
        <source>Picture of the step</source>
        <translation>Bild des Schritts</translation>
    </message>
    <message>
        <source>Pictures in the folder</source>
        <translation>Bilder im Ordner</translation>
    </message>
    <message>
        <source>more than %1 · %2</source>
        <translation>mehr als %1 · %2</translation>
    </message>
    <message>
        <source>step %1 · %2 of %3</source>
        <translation>Schritt %1 · %2 von %3</translation>
    </message>
</context>
<context>
    <name>podium::views::FormulaDialog</name>
    <message>
        <source>Formula column</source>
        <translation>Formelspalte</translation>
    </message>
    <message>
        <source>Title (optional)</source>
        <translation>Titel (optional)</translation>
    </message>
    <message>
        <source>Title of the column</source>
        <translation>Titel der Spalte</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Formula</source>
        <translation>&amp;Formel</translation>
    </message>
    <message>
        <source>Columns are written as in the search field, with + - * / ^, abs, log, exp, sqrt, min, max and if(condition, a, b).</source>
        <translation>Spalten werden wie im Suchfeld geschrieben, mit + - * / ^, abs, log, exp, sqrt, min, max und if(Bedingung, a, b).</translation>
    </message>
</context>
<context>
    <name>podium::views::ImagePreview</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Fit (0)</source>
        <translation>Einpassen (0)</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>, with transparency</source>
        <translation>, mit Transparenz</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>podium::views::ImageView</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>podium::views::Inspector</name>
    <message>
        <source>No run is selected</source>
        <translation>Kein Run ausgewählt</translation>
    </message>
    <message>
        <source>Select a run to see its params, metrics and artifacts, or several to compare them.</source>
        <translation>Wählen Sie einen Run aus, um seine Parameter, Metriken und Artefakte zu sehen, oder mehrere, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>About the selected runs</source>
        <translation>Zu den ausgewählten Runs</translation>
    </message>
    <message>
        <source>Value of each metric</source>
        <translation>Wert jeder Metrik</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Show MLflow&apos;s own tags</source>
        <translation>MLflow-eigene Tags anzeigen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>In %1 suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>Running for 2 h</comment>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>Finished in 1 h 12 min</comment>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 h ago, 2024-05-01 12:00:00</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Git</source>
        <translation>Git</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Entry point</source>
        <translation>Einstiegspunkt</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Model in</source>
        <translation>Eingabemodell</translation>
    </message>
    <message>
        <source>Model out</source>
        <translation>Ausgabemodell</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%1 bei Schritt %2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>gone from its store</source>
        <translation>nicht mehr im Store</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Parent-Run</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>Run-ID</translation>
    </message>
    <message>
        <source>Different · %1 of %2</source>
        <translation>Unterschiedlich · %1 von %2</translation>
    </message>
    <message>
        <source>The same · %1</source>
        <translation>Gleich · %1</translation>
    </message>
    <message>
        <source>last %1 at step %2, min %3 at step %4, max %5 at step %6, %7</source>
        <translation>letzter %1 bei Schritt %2, min %3 bei Schritt %4, max %5 bei Schritt %6, %7</translation>
    </message>
    <message>
        <source>Selected · %1</source>
        <translation>Ausgewählt · %1</translation>
    </message>
    <message>
        <source>System · %1</source>
        <translation>System · %1</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>last %1 at step %2; the history was not read</source>
        <translation>zuletzt %1 bei Schritt %2; der Verlauf wurde nicht gelesen</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
</context>
<context>
    <name>podium::views::KeepDialog</name>
    <message>
        <source>&amp;Histories of all metrics</source>
        <translation>&amp;Verläufe aller Metriken</translation>
    </message>
    <message>
        <source>&amp;No artifacts</source>
        <translation>&amp;Keine Artefakte</translation>
    </message>
    <message>
        <source>&amp;All artifacts</source>
        <translation>&amp;Alle Artefakte</translation>
    </message>
    <message>
        <source>&amp;Only these artifacts:</source>
        <translation>&amp;Nur diese Artefakte:</translation>
    </message>
    <message>
        <source>Keep offline</source>
        <translation>Offline halten</translation>
    </message>
    <message>
        <source>Of the run “%1” this is there without a network:</source>
        <translation>Vom Run „%1“ ist ohne Netzwerk da:</translation>
    </message>
    <message>
        <source>Of all runs of “%1” this is there without a network, also of new ones, brought up to date after each sync:</source>
        <translation>Von allen Runs von „%1“ ist ohne Netzwerk da, auch von neuen, aufgefrischt nach jedem Abgleich:</translation>
    </message>
    <message>
        <source>Patterns of artifacts</source>
        <translation>Muster für Artefakte</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Keep offline</source>
        <translation>Offline &amp;halten</translation>
    </message>
</context>
<context>
    <name>podium::views::KeyValueTable</name>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>podium::views::LaneList</name>
    <message>
        <source>No version here</source>
        <translation>Keine Version hier</translation>
    </message>
</context>
<context>
    <name>podium::views::LinePlot</name>
    <message>
        <source>Line chart</source>
        <translation>Liniendiagramm</translation>
    </message>
    <message>
        <source>Drawing of the line chart</source>
        <translation>Zeichnung des Liniendiagramms</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 · step %2</source>
        <translation>%1 · Schritt %2</translation>
    </message>
    <message>
        <source>after %1 · step %2</source>
        <translation>nach %1 · Schritt %2</translation>
    </message>
    <message>
        <source>%1, smoothed %2</source>
        <translation>%1, geglättet %2</translation>
    </message>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) here</source>
        <translation>
            <numerusform>%n Run hier</numerusform>
            <numerusform>%n Runs hier</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 to the baseline</source>
        <translation>%1 zur Basis</translation>
    </message>
</context>
<context>
    <name>podium::views::MainWindow</name>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
</context>
<context>
    <name>podium::views::MessageBar</name>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Copy details of the message</source>
        <translation>Details der Meldung kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>podium::views::MetricPicker</name>
    <message>
        <source>Add a chart</source>
        <translation>Diagramm hinzufügen</translation>
    </message>
    <message>
        <source>Search metrics</source>
        <translation>Metriken suchen</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
</context>
<context>
    <name>podium::views::ModelPane</name>
    <message>
        <source>No versions yet</source>
        <translation>Noch keine Versionen</translation>
    </message>
    <message>
        <source>This model has a name and nothing registered under it.</source>
        <translation>Dieses Modell hat einen Namen, aber darunter ist nichts registriert.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>By what the versions are told apart</source>
        <translation>Wonach die Versionen unterschieden werden</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>A metric of the source runs as a column and on the cards</source>
        <translation>Eine Metrik der Quell-Runs als Spalte und auf den Karten</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>Metric: %1</source>
        <translation>Metrik: %1</translation>
    </message>
    <message>
        <source>Lanes: stages</source>
        <translation>Spalten: Stages</translation>
    </message>
    <message>
        <source>Lanes: aliases</source>
        <translation>Spalten: Aliase</translation>
    </message>
    <message>
        <source>Lanes: tag %1</source>
        <translation>Spalten: Tag %1</translation>
    </message>
    <message>
        <source>&amp;Stages</source>
        <translation>&amp;Stages</translation>
    </message>
    <message>
        <source>&amp;Aliases</source>
        <translation>&amp;Aliase</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>Choose a metric of the source runs</source>
        <translation>Eine Metrik der Quell-Runs wählen</translation>
    </message>
    <message>
        <source>No metric has this name</source>
        <translation>Keine Metrik hat diesen Namen</translation>
    </message>
    <message>
        <source>No metric</source>
        <translation>Keine Metrik</translation>
    </message>
</context>
<context>
    <name>podium::views::ModelReport</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Flavors</source>
        <translation>Flavors</translation>
    </message>
    <message>
        <source>Flavor</source>
        <translation>Flavor</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>none: kept elsewhere</source>
        <translation>keine: anderswo aufbewahrt</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Only a part of this table is shown; the source has all.</source>
        <translation>Von dieser Tabelle wird nur ein Teil angezeigt; der Quelltext enthält alles.</translation>
    </message>
    <message>
        <source>Input example</source>
        <translation>Eingabebeispiel</translation>
    </message>
    <message>
        <source>Size on disk</source>
        <translation>Größe auf dem Datenträger</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Model ID</source>
        <translation>Modell-ID</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>Run-ID</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>MLflow</source>
        <translation>MLflow</translation>
    </message>
    <message>
        <source>Artifact path</source>
        <translation>Artefaktpfad</translation>
    </message>
    <message>
        <source>To load it</source>
        <translation>Zum Laden</translation>
    </message>
    <message>
        <source>This is no MLmodel file of MLflow&apos;s; the source shows what it is.</source>
        <translation>Das ist keine MLmodel-Datei von MLflow; der Quelltext zeigt, was sie ist.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>No packages are named here; the source shows what it says.</source>
        <translation>Hier sind keine Pakete genannt; der Quelltext zeigt, was darin steht.</translation>
    </message>
    <message>
        <source>1 package</source>
        <translation>1 Paket</translation>
    </message>
    <message>
        <source>%1 packages</source>
        <translation>%1 Pakete</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Entry point</source>
        <translation>Einstiegspunkt</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Commands, never run</source>
        <translation>Befehle, nie ausgeführt</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 Zeilen × %2 Spalten</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
</context>
<context>
    <name>podium::views::ModelsPage</name>
    <message>
        <source>No registered models</source>
        <translation>Keine registrierten Modelle</translation>
    </message>
    <message>
        <source>The open sources have no model registry, or nothing in it.</source>
        <translation>Die offenen Quellen haben keine Model Registry, oder sie ist leer.</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Registered models</source>
        <translation>Registrierte Modelle</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliase</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Source run</source>
        <translation>Quell-Run</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>2 h ago, 2024-05-01 12:00:00</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Run link</source>
        <translation>Run-Link</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Stored at</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>Logged model</source>
        <translation>Protokolliertes Modell</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>Tags · %1</source>
        <translation>Tags · %1</translation>
    </message>
    <message>
        <source>→ %1, %2</source>
        <comment>stage, state of the decision</comment>
        <translation>→ %1, %2</translation>
    </message>
    <message>
        <source>→ %1, %2</source>
        <comment>alias, state of the decision</comment>
        <translation>→ %1, %2</translation>
    </message>
    <message>
        <source>%1 leaves, %2</source>
        <comment>alias, state of the decision</comment>
        <translation>%1 entfällt, %2</translation>
    </message>
    <message>
        <source>a request, %1</source>
        <comment>state of what was said to it</comment>
        <translation>eine Anfrage, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what was changed, state of the decision</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Run %1</translation>
    </message>
    <message>
        <source>Remove alias</source>
        <translation>Alias entfernen</translation>
    </message>
    <message>
        <source>This version has no alias</source>
        <translation>Diese Version hat keinen Alias</translation>
    </message>
    <message>
        <source>Looking at the files…</source>
        <translation>Dateien werden angesehen…</translation>
    </message>
    <message>
        <source>The files are on a server; those that were fetched are under Files.</source>
        <translation>Die Dateien liegen auf einem Server; die geholten stehen unter „Dateien“.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>There is no MLmodel file that says what the model takes.</source>
        <translation>Es gibt keine MLmodel-Datei, die sagt, was das Modell entgegennimmt.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>The model was logged without a signature.</source>
        <translation>Das Modell wurde ohne Signatur protokolliert.</translation>
    </message>
    <message>
        <source>No requirements.txt was logged with the model.</source>
        <translation>Mit dem Modell wurde keine requirements.txt protokolliert.</translation>
    </message>
    <message>
        <source>came between %1 and %2</source>
        <translation>kam zwischen %1 und %2</translation>
    </message>
    <message>
        <source>was so when it was read first, %1</source>
        <translation>war so beim ersten Lesen, %1</translation>
    </message>
    <message>
        <source>%1; is so now</source>
        <comment>when it began</comment>
        <translation>%1; ist jetzt so</translation>
    </message>
    <message>
        <source>%1; went between %2 and %3</source>
        <comment>when it began</comment>
        <translation>%1; ging zwischen %2 und %3</translation>
    </message>
    <message>
        <source>%1; was gone %2</source>
        <comment>when it began</comment>
        <translation>%1; war weg: %2</translation>
    </message>
    <message>
        <source>This version was in no stage and had no alias whenever its store was read from here.</source>
        <translation>Diese Version war in keiner Stage und hatte keinen Alias, wann immer ihr Store von hier gelesen wurde.</translation>
    </message>
    <message>
        <source>As reads from this machine saw it; a store keeps no history</source>
        <translation>Wie beim Lesen von diesem Rechner aus gesehen; ein Store bewahrt keinen Verlauf</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
</context>
<context>
    <name>podium::views::NameDialog</name>
    <message>
        <source>Rename run</source>
        <translation>Run umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>A run has a name.</source>
        <translation>Ein Run hat einen Namen.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>podium::views::NotesPage</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>Keine Beschreibung</translation>
    </message>
    <message>
        <source>What is written in MLflow as a run&apos;s description is shown here.</source>
        <translation>Hier wird angezeigt, was in MLflow als Beschreibung des Runs steht.</translation>
    </message>
    <message>
        <source>Write Notes</source>
        <translation>Beschreibung schreiben</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the description</source>
        <translation>Beschreibung bearbeiten</translation>
    </message>
    <message>
        <source>Description, in Markdown</source>
        <translation>Beschreibung, in Markdown</translation>
    </message>
    <message>
        <source>What this run is about, in Markdown</source>
        <translation>Worum es in diesem Run geht, in Markdown</translation>
    </message>
    <message>
        <source>Preview of the description</source>
        <translation>Vorschau der Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelltext</translation>
    </message>
    <message>
        <source>MLflow cuts a description off after %1 characters.</source>
        <translation>MLflow schneidet eine Beschreibung nach %1 Zeichen ab.</translation>
    </message>
</context>
<context>
    <name>podium::views::OutboxDialog</name>
    <message>
        <source>Try &amp;Again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>Keep &amp;Mine</source>
        <translation>&amp;Eigene behalten</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>All that was changed here is in its store.</source>
        <translation>Alles, was hier geändert wurde, ist in seinem Store.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Changes that have not arrived</source>
        <translation>Nicht angekommene Änderungen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Take &amp;Theirs</source>
        <translation>&amp;Fremde übernehmen</translation>
    </message>
    <message>
        <source>&amp;Discard Change</source>
        <translation>Änderung ver&amp;werfen</translation>
    </message>
    <message>
        <source>You want “%1”, and saw “%2” before.</source>
        <translation>Gewünscht ist „%1“, zuvor zu sehen war „%2“.</translation>
    </message>
    <message>
        <source>Run or Model</source>
        <translation>Run oder Modell</translation>
    </message>
</context>
<context>
    <name>podium::views::OutsidePreview</name>
    <message>
        <source>Open with Another Program</source>
        <translation>Mit anderem Programm öffnen</translation>
    </message>
    <message>
        <source>Sound is not played here.</source>
        <translation>Ton wird hier nicht abgespielt.</translation>
    </message>
    <message>
        <source>Films are not played here.</source>
        <translation>Filme werden hier nicht abgespielt.</translation>
    </message>
</context>
<context>
    <name>podium::views::OverflowTabs</name>
    <message>
        <source>More tabs</source>
        <translation>Weitere Reiter</translation>
    </message>
</context>
<context>
    <name>podium::views::PaperDialog</name>
    <message>
        <source>Chart on paper</source>
        <translation>Diagramm auf Papier</translation>
    </message>
    <message>
        <source>One column of a journal</source>
        <translation>Eine Spalte einer Zeitschrift</translation>
    </message>
    <message>
        <source>Both columns of a journal</source>
        <translation>Beide Spalten einer Zeitschrift</translation>
    </message>
    <message>
        <source>A slide, 16:9</source>
        <translation>Eine Folie, 16:9</translation>
    </message>
    <message>
        <source>Of my own</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
</context>
<context>
    <name>podium::views::PaperTableDialog</name>
    <message>
        <source>&amp;Best of each metric in bold</source>
        <translation>&amp;Besten jeder Metrik fett</translation>
    </message>
    <message>
        <source>Mark it where it is &amp;significant</source>
        <translation>&amp;Signifikanz markieren</translation>
    </message>
    <message>
        <source>Copy for a paper</source>
        <translation>Für ein Paper kopieren</translation>
    </message>
    <message>
        <source>LaTeX (booktabs)</source>
        <translation>LaTeX (booktabs)</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Python (mlflow.search_runs)</source>
        <translation>Python (mlflow.search_runs)</translation>
    </message>
    <message>
        <source>Runs that agree in all of these make one line; seeds are averaged</source>
        <translation>Runs, die in all diesen übereinstimmen, bilden eine Zeile; über Seeds wird gemittelt</translation>
    </message>
    <message>
        <source>Lines whose runs have the same seeds are compared pair by pair</source>
        <translation>Zeilen, deren Runs dieselben Seeds haben, werden paarweise verglichen</translation>
    </message>
    <message>
        <source>standard deviation (n − 1)</source>
        <translation>Standardabweichung (n − 1)</translation>
    </message>
    <message>
        <source>standard error</source>
        <translation>Standardfehler</translation>
    </message>
    <message>
        <source>by the error (2 digits of it)</source>
        <translation>nach dem Fehler (2 Stellen davon)</translation>
    </message>
    <message>
        <source>1 decimal</source>
        <translation>1 Nachkommastelle</translation>
    </message>
    <message>
        <source>%1 decimals</source>
        <translation>%1 Nachkommastellen</translation>
    </message>
    <message>
        <source>Student&apos;s t-test of the best against the second best, two-sided, p &lt; 0.05: paired where the seeds match, Welch&apos;s otherwise</source>
        <translation>Students t-Test des besten gegen den zweitbesten, zweiseitig, p &lt; 0,05: gepaart, wo die Seeds übereinstimmen, sonst nach Welch</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Gruppieren nach</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>See&amp;d</translation>
    </message>
    <message>
        <source>&amp;Error</source>
        <translation>F&amp;ehler</translation>
    </message>
    <message>
        <source>&amp;Round</source>
        <translation>&amp;Runden</translation>
    </message>
    <message>
        <source>Ca&amp;ption</source>
        <translation>Besc&amp;hriftung</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>Speicher&amp;n…</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The script fetches the runs of the table again with MLflow.</source>
        <translation>Das Skript holt die Runs der Tabelle mit MLflow neu.</translation>
    </message>
    <message>
        <source>%1 in lines: %2; mean ± error over the runs of each</source>
        <translation>%1 in Zeilen: %2; Mittelwert ± Fehler über die Runs jeder Zeile</translation>
    </message>
    <message>
        <source>%1, each a line; group them to get mean ± error</source>
        <translation>%1, jeder eine Zeile; gruppieren Sie sie für Mittelwert ± Fehler</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Die Tabelle speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>podium::views::PdfPreview</name>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Fit to width</source>
        <translation>An Breite anpassen</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Dokument %1</translation>
    </message>
    <message>
        <source>it asks for a password</source>
        <translation>ein Passwort wird verlangt</translation>
    </message>
    <message>
        <source>the document is broken</source>
        <translation>das Dokument ist beschädigt</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 Seiten</translation>
    </message>
</context>
<context>
    <name>podium::views::PendingBar</name>
    <message>
        <source>What you have said</source>
        <translation>Das selbst Gesagte</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a change, what became of it</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Keep Mine</source>
        <translation>Eigene behalten</translation>
    </message>
    <message>
        <source>Take Theirs</source>
        <translation>Fremde übernehmen</translation>
    </message>
    <message>
        <source>Take Back</source>
        <translation>Zurücknehmen</translation>
    </message>
</context>
<context>
    <name>podium::views::Picker</name>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>podium::views::PictureDiffView</name>
    <message>
        <source>Two pictures</source>
        <translation>Zwei Bilder</translation>
    </message>
    <message>
        <source>How the pictures are compared</source>
        <translation>Wie die Bilder verglichen werden</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Schieberegler</translation>
    </message>
    <message>
        <source>In turns</source>
        <translation>Abwechselnd</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Where one picture ends and the other begins</source>
        <translation>Wo das eine Bild endet und das andere beginnt</translation>
    </message>
    <message>
        <source>The pictures are the same.</source>
        <translation>Die Bilder sind gleich.</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 | %2</source>
        <translation>%1 | %2</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>what differs</source>
        <translation>was sich unterscheidet</translation>
    </message>
</context>
<context>
    <name>podium::views::PointsDialog</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Points of %1</source>
        <translation>Punkte von %1</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>podium::views::PointsModel</name>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>podium::views::PolicyDialog</name>
    <message>
        <source>Who &amp;asks may approve it, too</source>
        <translation>Wer &amp;anfragt, darf auch genehmigen</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>What a promotion of %1 needs</source>
        <translation>Was eine Hochstufung von %1 braucht</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Genehmigungen</translation>
    </message>
    <message>
        <source>Appro&amp;vals</source>
        <translation>Geneh&amp;migungen</translation>
    </message>
    <message>
        <source>As in a filter, of candidate. and incumbent.: candidate.metrics.auc &gt;= incumbent.metrics.auc, signature compatible</source>
        <translation>Wie in einem Filter, über candidate. und incumbent.: candidate.metrics.auc &gt;= incumbent.metrics.auc, signature compatible</translation>
    </message>
    <message>
        <source>Add &amp;Gate</source>
        <translation>&amp;Gate hinzufügen</translation>
    </message>
    <message>
        <source>Add &amp;Lane</source>
        <translation>S&amp;palte hinzufügen</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>Lanes of the board, by a tag</source>
        <translation>Spalten des Boards, nach einem Tag</translation>
    </message>
    <message>
        <source>Gates and lanes</source>
        <translation>Gates und Spalten</translation>
    </message>
    <message>
        <source>Kept in %1 as the model&apos;s tag podium.policy. The store does not enforce it: Podium and people do.</source>
        <translation>In %1 als Tag podium.policy des Modells gehalten. Der Store setzt es nicht durch: Das tun Podium und Menschen.</translation>
    </message>
    <message>
        <source>&amp;Remove Policy</source>
        <translation>Richtlinie &amp;entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Gate %1</source>
        <translation>Gate %1</translation>
    </message>
    <message>
        <source>required</source>
        <translation>erforderlich</translation>
    </message>
    <message>
        <source>Without this a gate that fails can be passed by with a reason</source>
        <translation>Ohne dies kann ein nicht bestandenes Gate mit einer Begründung übergangen werden</translation>
    </message>
    <message>
        <source>Remove this gate</source>
        <translation>Dieses Gate entfernen</translation>
    </message>
    <message>
        <source>Name of the lane</source>
        <translation>Name der Spalte</translation>
    </message>
    <message>
        <source>Key of the tag</source>
        <translation>Schlüssel des Tags</translation>
    </message>
    <message>
        <source>Value of the tag</source>
        <translation>Wert des Tags</translation>
    </message>
    <message>
        <source>Remove this lane</source>
        <translation>Diese Spalte entfernen</translation>
    </message>
</context>
<context>
    <name>podium::views::ProblemsPage</name>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Everything in the open sources could be read.</source>
        <translation>In den offenen Quellen konnte alles gelesen werden.</translation>
    </message>
    <message>
        <source>Search problems</source>
        <translation>Probleme suchen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>source · 12 problems</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>In Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>podium::views::PromptView</name>
    <message>
        <source>Compare the text with</source>
        <translation>Text vergleichen mit</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>Text des Prompts</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translation>Ver&amp;gleichen mit</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>No variables</source>
        <translation>Keine Variablen</translation>
    </message>
    <message>
        <source>Variables: %1</source>
        <translation>Variablen: %1</translation>
    </message>
    <message>
        <source>This version has no text.</source>
        <translation>Diese Version hat keinen Text.</translation>
    </message>
    <message>
        <source>The messages of this chat can&apos;t be read: they are shown as they are.</source>
        <translation>Die Nachrichten dieses Chats sind nicht lesbar: Sie stehen da, wie sie sind.</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>Die Texte sind gleich.</translation>
    </message>
</context>
<context>
    <name>podium::views::RangeDialog</name>
    <message>
        <source>Ranges of the axes</source>
        <translation>Bereiche der Achsen</translation>
    </message>
    <message>
        <source>X from</source>
        <translation>X von</translation>
    </message>
    <message>
        <source>X to</source>
        <translation>X bis</translation>
    </message>
    <message>
        <source>Y from</source>
        <translation>Y von</translation>
    </message>
    <message>
        <source>Y to</source>
        <translation>Y bis</translation>
    </message>
    <message>
        <source>Both fields of an axis empty: it follows the data.</source>
        <translation>Beide Felder einer Achse leer: Sie folgt den Daten.</translation>
    </message>
    <message>
        <source>Both ends of an axis have to be numbers.</source>
        <translation>Beide Enden einer Achse müssen Zahlen sein.</translation>
    </message>
    <message>
        <source>The end has to be greater than the beginning.</source>
        <translation>Das Ende muss größer sein als der Anfang.</translation>
    </message>
    <message>
        <source>A logarithmic axis begins above zero.</source>
        <translation>Eine logarithmische Achse beginnt über null.</translation>
    </message>
</context>
<context>
    <name>podium::views::ReceiptLabel</name>
    <message>
        <source>Press Enter to check this point by point</source>
        <translation>Eingabetaste, um das Punkt für Punkt zu prüfen</translation>
    </message>
</context>
<context>
    <name>podium::views::RegistryEditor</name>
    <message>
        <source>removal of alias @%1</source>
        <translation>Entfernen des Alias @%1</translation>
    </message>
    <message>
        <source>The tag goes to the model “%1”.</source>
        <translation>Das Tag geht an das Modell „%1“.</translation>
    </message>
    <message>
        <source>The tag goes to version %1 of “%2”.</source>
        <translation>Das Tag geht an Version %1 von „%2“.</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message numerus="yes">
        <source>deletion of %n tag(s)</source>
        <translation>
            <numerusform>Löschen von %n Tag</numerusform>
            <numerusform>Löschen von %n Tags</numerusform>
        </translation>
    </message>
    <message>
        <source>description of %1</source>
        <translation>Beschreibung von %1</translation>
    </message>
</context>
<context>
    <name>podium::views::RelinkDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Find Moved Artifacts of %1</source>
        <translation>Verschobene Artefakte von %1 finden</translation>
    </message>
    <message>
        <source>Rules are kept in Podium&apos;s cache; the source is not changed. Links that lead out of the folder are not followed.</source>
        <translation>Regeln werden im Cache von Podium aufbewahrt; die Quelle wird nicht geändert. Links, die aus dem Ordner hinausführen, wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Folder to look in</source>
        <translation>Ordner, in dem gesucht wird</translation>
    </message>
    <message>
        <source>A folder that may have the artifacts</source>
        <translation>Ein Ordner, der die Artefakte enthalten könnte</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Recorded places that begin with</source>
        <translation>Verzeichnete Orte, die beginnen mit</translation>
    </message>
    <message>
        <source>are now in</source>
        <translation>sind jetzt in</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>&amp;Look in</source>
        <translation>&amp;Suchen in</translation>
    </message>
    <message>
        <source>&amp;Use Ticked Rules</source>
        <translation>Angekreuzte Regeln &amp;verwenden</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Verwendung</translation>
    </message>
    <message>
        <source>Where the artifacts may be</source>
        <translation>Wo die Artefakte sein könnten</translation>
    </message>
    <message>
        <source>Looking at the runs …</source>
        <translation>Die Runs werden durchgesehen …</translation>
    </message>
    <message>
        <source>Looking in %1 …</source>
        <translation>In %1 wird gesucht …</translation>
    </message>
    <message>
        <source>The artifacts of %1 of %2 are where they belong.</source>
        <translation>Die Artefakte von %1 von %2 sind dort, wo sie hingehören.</translation>
    </message>
    <message>
        <source>Nothing has to be found.</source>
        <translation>Nichts muss gefunden werden.</translation>
    </message>
    <message>
        <source>%1 have none there: they logged nothing, or their files were moved. Choose a folder to look in.</source>
        <translation>%1 haben dort keine: Sie haben nichts protokolliert, oder ihre Dateien wurden verschoben. Einen Ordner wählen, in dem gesucht wird.</translation>
    </message>
    <message>
        <source>None of the other %1 is in this folder.</source>
        <translation>Von den übrigen %1 ist keiner in diesem Ordner.</translation>
    </message>
    <message>
        <source>Rules for the other %1:</source>
        <translation>Regeln für die übrigen %1:</translation>
    </message>
    <message>
        <source>%1 of %2 found</source>
        <translation>%1 von %2 gefunden</translation>
    </message>
    <message>
        <source>(anything)</source>
        <translation>(beliebig)</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>Zum Beispiel %1</translation>
    </message>
</context>
<context>
    <name>podium::views::ReportView</name>
    <message>
        <source>Parts of the file</source>
        <translation>Teile der Datei</translation>
    </message>
    <message>
        <source>Copy this line</source>
        <translation>Diese Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>podium::views::RequestView</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>What else changed</source>
        <translation>Was sich sonst geändert hat</translation>
    </message>
    <message>
        <source>Full comparison</source>
        <translation>Vollständiger Vergleich</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>What will be written, and where</source>
        <translation>Was geschrieben wird und wohin</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>Reason or comment</source>
        <translation>Begründung oder Kommentar</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>Zurück&amp;ziehen</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>Ablehne&amp;n</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Genehmigen</translation>
    </message>
    <message>
        <source>An open store records decisions as tags and enforces nothing: whoever may write to it can promote a version without asking.</source>
        <translation>Ein offener Store hält Entscheidungen als Tags fest und setzt nichts durch: Wer in ihn schreiben darf, kann eine Version ohne Anfrage hochstufen.</translation>
    </message>
    <message>
        <source>&amp;Make the Change</source>
        <translation>Änderung &amp;vornehmen</translation>
    </message>
    <message>
        <source>Reason (needed: see above)</source>
        <translation>Begründung (nötig: siehe oben)</translation>
    </message>
    <message>
        <source>%1 – can be approved with a reason</source>
        <translation>%1 – mit Begründung genehmigbar</translation>
    </message>
    <message>
        <source>replaces version %1</source>
        <translation>ersetzt Version %1</translation>
    </message>
    <message>
        <source>%1 of %2 approvals</source>
        <translation>%1 von %2 Genehmigungen</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>%1 asked %2</source>
        <comment>who, how long ago</comment>
        <translation>%1 hat %2 angefragt</translation>
    </message>
    <message>
        <source>, and to archive what is there</source>
        <translation>, auch das Archivieren dessen, was dort ist</translation>
    </message>
    <message>
        <source>Metrics against version %1</source>
        <translation>Metriken gegenüber Version %1</translation>
    </message>
    <message>
        <source>being read…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>store · model</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>nothing: this is decided</source>
        <translation>nichts: Es ist entschieden</translation>
    </message>
    <message>
        <source>version %1: a tag approval.… for each decision</source>
        <translation>Version %1: ein Tag approval.… je Entscheidung</translation>
    </message>
    <message>
        <source>the workspace makes the change with the approval</source>
        <translation>der Workspace macht die Änderung mit der Genehmigung</translation>
    </message>
    <message>
        <source>Archive what is in %1 now</source>
        <translation>Archivieren, was jetzt in %1 ist</translation>
    </message>
</context>
<context>
    <name>podium::views::ReviewsPage</name>
    <message>
        <source>Waiting for me</source>
        <translation>Warten auf mich</translation>
    </message>
    <message>
        <source>Asked by me</source>
        <translation>Von mir angefragt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>filter · number</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>No requests here</source>
        <translation>Keine Anfragen hier</translation>
    </message>
    <message>
        <source>Who wants a version to be promoted asks for it on the models page, with “Ask for Promotion”.</source>
        <translation>Wer eine Version hochstufen lassen will, fragt auf der Modellseite mit „Hochstufung anfragen“ an.</translation>
    </message>
</context>
<context>
    <name>podium::views::RulesDialog</name>
    <message>
        <source>What counts as the same</source>
        <translation>Was als gleich gilt</translation>
    </message>
    <message>
        <source>Numbers within &amp;per cent</source>
        <translation>Zahlen innerhalb von &amp;Prozent</translation>
    </message>
    <message>
        <source>Numbers &amp;within</source>
        <translation>Zahlen &amp;innerhalb von</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>Ü&amp;bergehen</translation>
    </message>
    <message>
        <source>One pattern a line over params., metrics., tags., environment., git., datasets., signature. or artifacts. and the key; * stands for anything, ? for one character.</source>
        <translation>Ein Muster je Zeile über params., metrics., tags., environment., git., datasets., signature. oder artifacts. und den Schlüssel; * steht für alles, ? für ein Zeichen.</translation>
    </message>
</context>
<context>
    <name>podium::views::RunChartCard</name>
    <message>
        <source>Scatter plot</source>
        <translation>Streudiagramm</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>Parallele Koordinaten</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Boxes and violins</source>
        <translation>Boxplots und Violinen</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Importance of params</source>
        <translation>Wichtigkeit der Parameter</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>Histogram of %1</source>
        <translation>Histogramm von %1</translation>
    </message>
    <message>
        <source>What matters for %1</source>
        <translation>Was für %1 zählt</translation>
    </message>
    <message>
        <source>%1 over %2 and %3</source>
        <translation>%1 über %2 und %3</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a range</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Chart options</source>
        <translation>Diagrammoptionen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter the table by what is marked</source>
        <translation>Die Tabelle nach dem Markierten filtern</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select the marked runs</source>
        <translation>Die markierten Runs auswählen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Take all marks away</source>
        <translation>Alle Markierungen aufheben</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen…</translation>
    </message>
    <message>
        <source>Chart options of %1</source>
        <translation>Diagrammoptionen von %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 hidden</source>
        <translation>%1 ausgeblendet</translation>
    </message>
    <message>
        <source>Search columns</source>
        <translation>Spalten suchen</translation>
    </message>
    <message>
        <source>%1: %2…</source>
        <translation>%1: %2…</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no column</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: keine</translation>
    </message>
    <message>
        <source>X axis</source>
        <translation>X-Achse</translation>
    </message>
    <message>
        <source>Y axis</source>
        <translation>Y-Achse</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Colours of the runs</source>
        <translation>Farben der Runs</translation>
    </message>
    <message>
        <source>Groups of the table</source>
        <translation>Gruppen der Tabelle</translation>
    </message>
    <message>
        <source>Column: %1…</source>
        <translation>Spalte: %1…</translation>
    </message>
    <message>
        <source>Column…</source>
        <translation>Spalte…</translation>
    </message>
    <message>
        <source>Logarithmic colours</source>
        <translation>Logarithmische Farben</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>A bar for each run</source>
        <translation>Ein Balken je Run</translation>
    </message>
    <message>
        <source>All runs together</source>
        <translation>Alle Runs zusammen</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>Pareto-Front</translation>
    </message>
    <message>
        <source>Show the Pareto front</source>
        <translation>Pareto-Front anzeigen</translation>
    </message>
    <message>
        <source>%1: as its name says</source>
        <translation>%1: wie der Name sagt</translation>
    </message>
    <message>
        <source>%1: lower is better</source>
        <translation>%1: niedriger ist besser</translation>
    </message>
    <message>
        <source>%1: higher is better</source>
        <translation>%1: höher ist besser</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>Achsen</translation>
    </message>
    <message>
        <source>Add an axis…</source>
        <translation>Achse hinzufügen…</translation>
    </message>
    <message>
        <source>Add an axis</source>
        <translation>Achse hinzufügen</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Upside down</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>Mark a range…</source>
        <translation>Bereich markieren…</translation>
    </message>
    <message>
        <source>Take its marks away</source>
        <translation>Markierungen der Achse entfernen</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Nach links verschieben</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Nach rechts verschieben</translation>
    </message>
    <message>
        <source>Remove this axis</source>
        <translation>Diese Achse entfernen</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>Logarithmische x-Achse</translation>
    </message>
    <message>
        <source>Logarithmic y axis</source>
        <translation>Logarithmische y-Achse</translation>
    </message>
    <message>
        <source>Logarithmic values</source>
        <translation>Logarithmische Werte</translation>
    </message>
    <message>
        <source>In the order of values</source>
        <translation>Nach Werten geordnet</translation>
    </message>
    <message>
        <source>Whiskers of groups</source>
        <translation>Fehlerbalken der Gruppen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Standardfehler</translation>
    </message>
    <message>
        <source>95 % confidence of the mean</source>
        <translation>95 % Konfidenz des Mittelwerts</translation>
    </message>
    <message>
        <source>Violins</source>
        <translation>Violinen</translation>
    </message>
    <message>
        <source>A dot for each run</source>
        <translation>Ein Punkt je Run</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>As suits the values</source>
        <translation>Passend zu den Werten</translation>
    </message>
    <message>
        <source>Correlation of ranks (Spearman)</source>
        <translation>Rangkorrelation (Spearman)</translation>
    </message>
    <message>
        <source>Contours instead of cells</source>
        <translation>Höhenlinien statt Zellen</translation>
    </message>
    <message>
        <source>Value of a cell</source>
        <translation>Wert einer Zelle</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Number of runs</source>
        <translation>Anzahl der Runs</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles anzeigen</translation>
    </message>
    <message>
        <source>Show as table…</source>
        <translation>Als Tabelle anzeigen…</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Nach vorn verschieben</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Nach hinten verschieben</translation>
    </message>
    <message>
        <source>Remove chart</source>
        <translation>Diagramm entfernen</translation>
    </message>
    <message>
        <source>the chart is not drawn yet</source>
        <translation>das Diagramm ist noch nicht gezeichnet</translation>
    </message>
</context>
<context>
    <name>podium::views::RunEditor</name>
    <message>
        <source>tag %1</source>
        <translation>Tag %1</translation>
    </message>
    <message numerus="yes">
        <source>deletion of %n tag(s)</source>
        <translation>
            <numerusform>Löschen von %n Tag</numerusform>
            <numerusform>Löschen von %n Tags</numerusform>
        </translation>
    </message>
    <message>
        <source>name of a run</source>
        <translation>Name eines Runs</translation>
    </message>
    <message>
        <source>description of a run</source>
        <translation>Beschreibung eines Runs</translation>
    </message>
</context>
<context>
    <name>podium::views::RunTable</name>
    <message>
        <source>Dataset digest</source>
        <translation>Dataset-Digest</translation>
    </message>
    <message>
        <source>Dataset context</source>
        <translation>Dataset-Kontext</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Dataset</translation>
    </message>
    <message>
        <source>Run ID</source>
        <translation>Run-ID</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Experiment ID</source>
        <translation>Experiment-ID</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erster</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Params</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Datasets</source>
        <translation>Datasets</translation>
    </message>
    <message>
        <source>System metrics</source>
        <translation>Systemmetriken</translation>
    </message>
    <message>
        <source>Tags of MLflow</source>
        <translation>MLflow-Tags</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>metric · reduction</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>Aufsteigend sortieren</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>Absteigend sortieren</translation>
    </message>
    <message>
        <source>Value shown</source>
        <translation>Angezeigter Wert</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>Spalte ausblenden</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>Breite anpassen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>TSV</source>
        <translation>TSV</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown-Tabelle</translation>
    </message>
    <message>
        <source>LaTeX table</source>
        <translation>LaTeX-Tabelle</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Run IDs</source>
        <translation>Run-IDs</translation>
    </message>
    <message>
        <source>Python (mlflow.search_runs)</source>
        <translation>Python (mlflow.search_runs)</translation>
    </message>
    <message>
        <source>Fit all widths</source>
        <translation>Alle Breiten anpassen</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>Spalten wählen…</translation>
    </message>
    <message>
        <source>Open run</source>
        <translation>Run öffnen</translation>
    </message>
    <message>
        <source>Show or hide in charts</source>
        <translation>In Diagrammen ein-/ausblenden</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alle ausklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alle einklappen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Runs</translation>
    </message>
    <message>
        <source>Gone from its store; what is shown was kept here.</source>
        <translation>Nicht mehr im Store; angezeigt wird, was hier aufbewahrt wurde.</translation>
    </message>
    <message>
        <source>Deleted in its store.</source>
        <translation>Im Store gelöscht.</translation>
    </message>
    <message>
        <source>Does not match the filter; runs below it do.</source>
        <translation>Entspricht nicht dem Filter, wohl aber Runs darunter.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>best</source>
        <translation>bester</translation>
    </message>
    <message>
        <source>mean of last</source>
        <translation>Mittel der letzten</translation>
    </message>
    <message>
        <source>at step</source>
        <translation>bei Schritt</translation>
    </message>
    <message>
        <source>at best of</source>
        <translation>beim besten von</translation>
    </message>
    <message>
        <source>time to</source>
        <translation>Zeit bis</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>Steigung</translation>
    </message>
    <message>
        <source>mean of last %1</source>
        <comment>points</comment>
        <translation>Mittel der letzten %1</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>bei Schritt %1</translation>
    </message>
    <message>
        <source>at best %1</source>
        <comment>metric</comment>
        <translation>beim besten %1</translation>
    </message>
    <message>
        <source>time to %1</source>
        <comment>threshold</comment>
        <translation>Zeit bis %1</translation>
    </message>
    <message>
        <source>slope of last %1</source>
        <comment>points</comment>
        <translation>Steigung der letzten %1</translation>
    </message>
    <message>
        <source>Formulas</source>
        <translation>Formeln</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>(no %1)</source>
        <translation>(kein %1)</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Mean ± standard deviation</source>
        <translation>Mittelwert ± Standardabweichung</translation>
    </message>
    <message>
        <source>Mean ± standard error</source>
        <translation>Mittelwert ± Standardfehler</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Standardfehler</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>Anzahl der Werte</translation>
    </message>
    <message>
        <source>%1 of %2 runs have a value</source>
        <translation>%1 von %2 Runs haben einen Wert</translation>
    </message>
    <message>
        <source>%1 × NaN, left out</source>
        <translation>%1 × NaN, weggelassen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>mean: 0.5</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>&amp;Params</source>
        <translation>&amp;Parameter</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Tags</translation>
    </message>
    <message>
        <source>&amp;Attributes</source>
        <translation>&amp;Attribute</translation>
    </message>
    <message>
        <source>&amp;Datasets</source>
        <translation>&amp;Datensätze</translation>
    </message>
    <message>
        <source>By a &amp;formula…</source>
        <translation>Nach einer &amp;Formel…</translation>
    </message>
    <message>
        <source>How many of the last points?</source>
        <translation>Wie viele der letzten Punkte?</translation>
    </message>
    <message>
        <source>At which step?</source>
        <translation>Bei welchem Schritt?</translation>
    </message>
    <message>
        <source>At the best of which metric?</source>
        <translation>Beim besten welcher Metrik?</translation>
    </message>
    <message>
        <source>Which value is to be reached?</source>
        <translation>Welcher Wert ist zu erreichen?</translation>
    </message>
    <message>
        <source>mean of last…</source>
        <translation>Mittel der letzten…</translation>
    </message>
    <message>
        <source>slope of last…</source>
        <translation>Steigung der letzten…</translation>
    </message>
    <message>
        <source>at step…</source>
        <translation>bei Schritt…</translation>
    </message>
    <message>
        <source>at best of…</source>
        <translation>beim besten von…</translation>
    </message>
    <message>
        <source>time to…</source>
        <translation>Zeit bis…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Whole numbers</source>
        <translation>Ganze Zahlen</translation>
    </message>
    <message>
        <source>2 digits</source>
        <translation>2 Stellen</translation>
    </message>
    <message>
        <source>4 digits</source>
        <translation>4 Stellen</translation>
    </message>
    <message>
        <source>6 digits</source>
        <translation>6 Stellen</translation>
    </message>
    <message>
        <source>Scientific</source>
        <translation>Wissenschaftlich</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>format of a column</source>
        <translation>Format einer Spalte</translation>
    </message>
    <message>
        <source>In groups show</source>
        <translation>In Gruppen zeigen</translation>
    </message>
    <message>
        <source>numbers of groups</source>
        <translation>Zahlen von Gruppen</translation>
    </message>
    <message>
        <source>Better is</source>
        <translation>Besser ist</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>niedriger</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>As the name tells: %1</source>
        <translation>Wie der Name sagt: %1</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Niedriger</translation>
    </message>
    <message>
        <source>Higher</source>
        <translation>Höher</translation>
    </message>
    <message>
        <source>Other names of this metric…</source>
        <translation>Andere Namen dieser Metrik…</translation>
    </message>
    <message>
        <source>Let it scroll</source>
        <translation>Mitlaufen lassen</translation>
    </message>
    <message>
        <source>Keep in sight</source>
        <translation>Im Blick behalten</translation>
    </message>
    <message>
        <source>columns kept in sight</source>
        <translation>im Blick behaltene Spalten</translation>
    </message>
    <message>
        <source>Group by this</source>
        <translation>Danach gruppieren</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <source>Edit formula…</source>
        <translation>Formel bearbeiten…</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>Add formula…</source>
        <translation>Formel hinzufügen…</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n Wert</numerusform>
            <numerusform>%n Werte</numerusform>
        </translation>
    </message>
    <message>
        <source>In several sources: %1</source>
        <translation>In mehreren Quellen: %1</translation>
    </message>
    <message>
        <source>By &amp;itself</source>
        <translation>Von &amp;selbst</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Column menu</source>
        <translation>Spaltenmenü</translation>
    </message>
    <message>
        <source>Run menu</source>
        <translation>Run-Menü</translation>
    </message>
    <message>
        <source>kept offline</source>
        <translation>offline gehalten</translation>
    </message>
    <message>
        <source>Kept offline: each sync brings it here, and it is there without a network.</source>
        <translation>Offline gehalten: Jeder Abgleich bringt es hierher, und es ist ohne Netzwerk da.</translation>
    </message>
</context>
<context>
    <name>podium::views::RunsPage</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Loading runs</source>
        <translation>Runs werden geladen</translation>
    </message>
    <message>
        <source>Choose an experiment</source>
        <translation>Wählen Sie ein Experiment</translation>
    </message>
    <message>
        <source>Its runs are shown here. Several experiments can be chosen together with Ctrl or Shift.</source>
        <translation>Hier werden seine Runs angezeigt. Mit Strg oder Umschalt lassen sich mehrere Experimente zusammen wählen.</translation>
    </message>
    <message>
        <source>No runs match</source>
        <translation>Keine passenden Runs</translation>
    </message>
    <message>
        <source>The filter leaves out every run of this experiment.</source>
        <translation>Der Filter schließt alle Runs dieses Experiments aus.</translation>
    </message>
    <message>
        <source>No runs here</source>
        <translation>Hier gibt es keine Runs</translation>
    </message>
    <message>
        <source>This experiment has no runs yet. New ones appear by themselves.</source>
        <translation>Dieses Experiment hat noch keine Runs. Neue erscheinen von selbst.</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>grouping</source>
        <translation>Gruppierung</translation>
    </message>
</context>
<context>
    <name>podium::views::SearchField</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter of runs</source>
        <translation>Filter für Runs</translation>
    </message>
    <message>
        <source>Clear the filter (Esc)</source>
        <translation>Filter zurücksetzen (Esc)</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
</context>
<context>
    <name>podium::views::ServerRunsBar</name>
    <message>
        <source>The server has more runs than are kept here (%1).</source>
        <translation>Der Server hat mehr Runs, als hier gehalten werden (%1).</translation>
    </message>
    <message>
        <source>Filter or sort to ask the server.</source>
        <translation>Filtern oder sortieren Sie, um den Server zu fragen.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>Showing the server&apos;s answer to this filter: the first %1, and what is kept here.</source>
        <translation>Gezeigt wird die Antwort des Servers auf diesen Filter: die ersten %1 und was hier gehalten wird.</translation>
    </message>
    <message>
        <source>Showing the server&apos;s answer to this filter: %1.</source>
        <translation>Gezeigt wird die Antwort des Servers auf diesen Filter: %1.</translation>
    </message>
    <message>
        <source>This filter can only be applied to the runs kept here: MLflow has no words for it.</source>
        <translation>Dieser Filter ist nur auf die hier gehaltenen Runs anwendbar: MLflow hat keine Worte dafür.</translation>
    </message>
    <message>
        <source>It is not asked now: only the runs kept here are shown.</source>
        <translation>Er wird jetzt nicht gefragt: Gezeigt werden nur die hier gehaltenen Runs.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr zeigen</translation>
    </message>
</context>
<context>
    <name>podium::views::SettingsDialog</name>
    <message>
        <source>&amp;Open at the next start what is open now</source>
        <translation>Beim nächsten Start &amp;wieder öffnen, was jetzt offen ist</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache ändert sich beim nächsten Start.</translation>
    </message>
    <message>
        <source>Threads that read a store</source>
        <translation>Threads zum Lesen eines Stores</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Open at the next start what is open now</source>
        <translation>Beim nächsten Start wieder öffnen, was jetzt offen ist</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Reading threads</source>
        <translation>&amp;Lese-Threads</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Your name in reviews</source>
        <translation>Eigener Name in Prüfungen</translation>
    </message>
    <message>
        <source>The machine&apos;s user</source>
        <translation>Benutzer des Rechners</translation>
    </message>
    <message>
        <source>&amp;Name in reviews</source>
        <translation>&amp;Name in Prüfungen</translation>
    </message>
</context>
<context>
    <name>podium::views::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkombinationen</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>Aktionen und Tasten suchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>podium::views::SourceCard</name>
    <message>
        <source>synced %1</source>
        <translation>%1 synchronisiert</translation>
    </message>
    <message>
        <source>never synced</source>
        <translation>nie synchronisiert</translation>
    </message>
    <message>
        <source>Progress of the sync</source>
        <translation>Fortschritt der Synchronisierung</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronisieren</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Alles neu einlesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>In Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not checked.</source>
        <translation>Das Zertifikat des Servers wird nicht geprüft.</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Offline gehen</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
</context>
<context>
    <name>podium::views::SourceDelegate</name>
    <message>
        <source>kept offline · %1</source>
        <translation>offline gehalten · %1</translation>
    </message>
</context>
<context>
    <name>podium::views::Sources</name>
    <message>
        <source>opening</source>
        <translation>wird geöffnet</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>syncing</source>
        <translation>wird synchronisiert</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>MLflow folder</source>
        <translation>MLflow-Ordner</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>login needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Taken offline: nothing is asked of it. What is kept here is shown.</source>
        <translation>Offline genommen: Es wird nichts angefragt. Gezeigt wird, was hier gehalten wird.</translation>
    </message>
    <message>
        <source>It is tried again by itself in %1.</source>
        <translation>In %1 wird es von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>It is being tried again.</source>
        <translation>Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>MLflow server</source>
        <translation>MLflow-Server</translation>
    </message>
    <message>
        <source>Databricks</source>
        <translation>Databricks</translation>
    </message>
    <message>
        <source>MLflow database</source>
        <translation>MLflow-Datenbank</translation>
    </message>
    <message>
        <source>checked %1</source>
        <translation>%1 geprüft</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>It is watched: changes come by themselves.</source>
        <translation>Sie wird überwacht: Änderungen kommen von selbst.</translation>
    </message>
    <message>
        <source>Read last at %1. It is not watched: sync it to see what has changed.</source>
        <translation>Zuletzt gelesen: %1. Sie wird nicht überwacht: abgleichen, um zu sehen, was sich geändert hat.</translation>
    </message>
</context>
<context>
    <name>podium::views::SourcesPage</name>
    <message>
        <source>No source is open</source>
        <translation>Keine Quelle geöffnet</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Open a folder with MLflow runs or connect to a server, or drop either on the window.</source>
        <translation>Öffnen Sie einen Ordner mit MLflow-Runs, verbinden Sie sich mit einem Server oder ziehen Sie beides auf das Fenster.</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>Mit einem Server verbinden…</translation>
    </message>
</context>
<context>
    <name>podium::views::SourcesPanel</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Search experiments</source>
        <translation>Experimente suchen</translation>
    </message>
    <message>
        <source>Sources and experiments</source>
        <translation>Quellen und Experimente</translation>
    </message>
    <message>
        <source>Gone from its store; what is shown was kept here.</source>
        <translation>Nicht mehr im Store; angezeigt wird, was hier aufbewahrt wurde.</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy experiment ID</source>
        <translation>Experiment-ID kopieren</translation>
    </message>
    <message>
        <source>Cancel sync</source>
        <translation>Synchronisierung abbrechen</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronisieren</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>Alles neu einlesen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>In Dateiverwaltung anzeigen</translation>
    </message>
    <message>
        <source>Close source</source>
        <translation>Quelle schließen</translation>
    </message>
    <message>
        <source>Keep offline…</source>
        <translation>Offline halten…</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Go offline</source>
        <translation>Offline gehen</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translation>Verbindung…</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
</context>
<context>
    <name>podium::views::StartPage</name>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Recent sources</source>
        <translation>Zuletzt geöffnete Quellen</translation>
    </message>
    <message>
        <source>Or drop a folder, a database or a server&apos;s address anywhere on this window.</source>
        <translation>Oder ziehen Sie einen Ordner, eine Datenbank oder die Adresse eines Servers irgendwo auf dieses Fenster.</translation>
    </message>
    <message>
        <source>Open what MLflow writes to, a folder (often called mlruns), a database or a tracking server, and compare its runs. Nothing in it is changed.</source>
        <translation>Öffnen Sie, wohin MLflow schreibt: einen Ordner (oft mlruns genannt), eine Datenbank oder einen Tracking-Server, und vergleichen Sie seine Runs. Darin wird nichts verändert.</translation>
    </message>
</context>
<context>
    <name>podium::views::StatusArea</name>
    <message>
        <source>Show what was changed here and has not arrived in its store</source>
        <translation>Anzeigen, was hier geändert wurde und nicht im Store angekommen ist</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
</context>
<context>
    <name>podium::views::TableModel</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
</context>
<context>
    <name>podium::views::TablePreview</name>
    <message>
        <source>Table of the file</source>
        <translation>Tabelle der Datei</translation>
    </message>
    <message>
        <source>Table of %1</source>
        <translation>Tabelle von %1</translation>
    </message>
    <message>
        <source>%1 rows × %2 columns</source>
        <translation>%1 Zeilen × %2 Spalten</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>Only the first %1 rows are shown; the source has all.</source>
        <translation>Nur die ersten %1 Zeilen werden angezeigt; der Quelltext enthält alle.</translation>
    </message>
    <message>
        <source>Only the beginning of this big file is shown.</source>
        <translation>Von dieser großen Datei wird nur der Anfang angezeigt.</translation>
    </message>
    <message>
        <source>A table of this size is shown in the order of the file.</source>
        <translation>Eine Tabelle dieser Größe wird in der Reihenfolge der Datei angezeigt.</translation>
    </message>
</context>
<context>
    <name>podium::views::TagDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>A key has at most %1 characters.</source>
        <translation>Ein Schlüssel hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>MLflow takes letters, digits, blanks and _ - . : / in a key, nothing else.</source>
        <translation>MLflow nimmt in einem Schlüssel Buchstaben, Ziffern, Leerzeichen und _ - . : / an, sonst nichts.</translation>
    </message>
    <message>
        <source>Parts between slashes can&apos;t be empty, “.” or “..”; a key neither starts nor ends with a slash.</source>
        <translation>Teile zwischen Schrägstrichen können nicht leer, „.“ oder „..“ sein; ein Schlüssel beginnt und endet nicht mit einem Schrägstrich.</translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Tag hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>The tag goes to %n run(s) of the %1 selected.</source>
        <translation>
            <numerusform>Das Tag erhält %n Run der %1 ausgewählten.</numerusform>
            <numerusform>Das Tag erhalten %n Runs der %1 ausgewählten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tag goes to all %n run(s) selected.</source>
        <translation>
            <numerusform>Das Tag erhält der %n ausgewählte Run.</numerusform>
            <numerusform>Das Tag erhalten alle %n ausgewählten Runs.</numerusform>
        </translation>
    </message>
    <message>
        <source>The tag goes to the run “%1”.</source>
        <translation>Das Tag erhält der Run „%1“.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>such as team</source>
        <translation>etwa team</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>S&amp;chlüssel</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>Edit tag</source>
        <translation>Tag bearbeiten</translation>
    </message>
    <message>
        <source>MLflow cuts a value off after %1 characters.</source>
        <translation>MLflow schneidet einen Wert nach %1 Zeichen ab.</translation>
    </message>
    <message>
        <source>MLflow itself writes and reads this tag: another value may confuse it.</source>
        <translation>MLflow selbst schreibt und liest dieses Tag: Ein anderer Wert kann MLflow durcheinanderbringen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the run(s) has this tag already; its value is replaced.</source>
        <translation>
            <numerusform>%n der Runs hat dieses Tag schon; sein Wert wird ersetzt.</numerusform>
            <numerusform>%n der Runs haben dieses Tag schon; sein Wert wird ersetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is such a tag already; its value is replaced.</source>
        <translation>Es gibt schon ein solches Tag; sein Wert wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>podium::views::TaskHistory</name>
    <message>
        <source>Jobs</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
</context>
<context>
    <name>podium::views::TasksWidget</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Jobs that run and have run</source>
        <translation>Laufende und frühere Vorgänge</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>time until a job ends</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>podium::views::TextDiffView</name>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>Texts side by side</source>
        <translation>Texte nebeneinander</translation>
    </message>
</context>
<context>
    <name>podium::views::TextPreview</name>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Search in this file</source>
        <translation>In dieser Datei suchen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>%1 lines so far</source>
        <translation>bisher %1 Zeilen</translation>
    </message>
    <message>
        <source>first %1 lines</source>
        <translation>erste %1 Zeilen</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 Zeile</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 Zeilen</translation>
    </message>
</context>
<context>
    <name>podium::views::TextView</name>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
</context>
<context>
    <name>podium::views::ThreadView</name>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>who, did what</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>podium::views::Ticks</name>
    <message>
        <source>d MMM</source>
        <comment>a date on an axis, without year</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>a month on an axis</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 min</translation>
    </message>
    <message>
        <source>%1:%2:%3 h</source>
        <translation>%1:%2:%3 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <translation>%1:%2 h</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
</context>
<context>
    <name>podium::views::ToolRow</name>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronisieren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>View %1, changed</source>
        <translation>Ansicht %1, geändert</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>Ansicht %1</translation>
    </message>
    <message>
        <source>%1 – changed since it was saved</source>
        <translation>%1 – seit dem Speichern geändert</translation>
    </message>
</context>
<context>
    <name>podium::views::TreePreview</name>
    <message>
        <source>The document is empty.</source>
        <translation>Das Dokument ist leer.</translation>
    </message>
    <message>
        <source>The document is an empty object.</source>
        <translation>Das Dokument ist ein leeres Objekt.</translation>
    </message>
    <message>
        <source>The document is an empty list.</source>
        <translation>Das Dokument ist eine leere Liste.</translation>
    </message>
    <message>
        <source>Only the first %1 values are shown; the source has all.</source>
        <translation>Nur die ersten %1 Werte werden angezeigt; der Quelltext enthält alle.</translation>
    </message>
    <message>
        <source>What is nested too deep is left out; the source has all.</source>
        <translation>Zu tief Verschachteltes ist ausgelassen; der Quelltext enthält alles.</translation>
    </message>
    <message>
        <source>Only the beginning of this big file is shown as a tree.</source>
        <translation>Von dieser großen Datei wird nur der Anfang als Baum angezeigt.</translation>
    </message>
    <message>
        <source>Broken at line %1, column %2: expected %3. What stands before is shown.</source>
        <translation>Fehlerhaft in Zeile %1, Spalte %2; erwartet: %3. Was davor steht, wird angezeigt.</translation>
    </message>
    <message>
        <source>Values of the file</source>
        <translation>Werte der Datei</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 Wert</translation>
    </message>
    <message>
        <source>%1 values</source>
        <translation>%1 Werte</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Expand below</source>
        <translation>Darunter ausklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alle einklappen</translation>
    </message>
</context>
<context>
    <name>podium::views::TrendLine</name>
    <message>
        <source>%1 over versions: %2</source>
        <translation>%1 über die Versionen: %2</translation>
    </message>
</context>
<context>
    <name>podium::views::ValueModel</name>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 entries</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Element</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elemente</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>boolean</source>
        <translation>Wahrheitswert</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
</context>
<context>
    <name>podium::views::VersionPage</name>
    <message>
        <source>About the version</source>
        <translation>Zur Version</translation>
    </message>
    <message>
        <source>No description</source>
        <translation>Keine Beschreibung</translation>
    </message>
    <message>
        <source>What this version is has not been written down.</source>
        <translation>Was diese Version ist, wurde nicht aufgeschrieben.</translation>
    </message>
    <message>
        <source>What this version is, in Markdown</source>
        <translation>Was diese Version ist, in Markdown</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What this model is has not been written down.</source>
        <translation>Was dieses Modell ist, wurde nicht aufgeschrieben.</translation>
    </message>
    <message>
        <source>What this model is, in Markdown</source>
        <translation>Was dieses Modell ist, in Markdown</translation>
    </message>
    <message>
        <source>Tags of the model</source>
        <translation>Tags des Modells</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>podium::views::VersionTable</name>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliase</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Source run</source>
        <translation>Quell-Run</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
</context>
<context>
    <name>podium::views::ViewNameDialog</name>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
</context>
<context>
    <name>podium::views::ViewWords</name>
    <message>
        <source>It was made by a newer Podium (format %1).</source>
        <translation>Sie stammt von einem neueren Podium (Format %1).</translation>
    </message>
    <message>
        <source>“%1” is not known here and was left out.</source>
        <translation>„%1“ ist hier nicht bekannt und wurde ausgelassen.</translation>
    </message>
    <message>
        <source>“%1” has a value that can&apos;t be used; it was left out.</source>
        <translation>„%1“ hat einen unbrauchbaren Wert; es wurde ausgelassen.</translation>
    </message>
    <message>
        <source>There is more in it that is not known here.</source>
        <translation>Sie enthält noch mehr, was hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>“%1” has more entries than can be used; the rest was left out.</source>
        <translation>„%1“ hat mehr Einträge, als verwendet werden können; der Rest wurde ausgelassen.</translation>
    </message>
    <message>
        <source>%1 is no column that is known here; it was left out.</source>
        <translation>%1 ist keine hier bekannte Spalte; sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>The formula “%1” was refused: %2</source>
        <translation>Die Formel „%1“ wurde abgelehnt: %2</translation>
    </message>
    <message>
        <source>The filter “%1” was refused: %2</source>
        <translation>Der Filter „%1“ wurde abgelehnt: %2</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 up to which views are read. It is probably another kind of file.</source>
        <translation>%1 ist größer als die %2, bis zu denen Ansichten gelesen werden. Es ist wohl eine andere Art von Datei.</translation>
    </message>
    <message>
        <source>%1 has brackets more than %2 levels deep, which no view has. It is probably another kind of file.</source>
        <translation>%1 hat Klammern, die mehr als %2 Ebenen tief liegen; so tief reicht keine Ansicht. Es ist wohl eine andere Art von Datei.</translation>
    </message>
    <message>
        <source>%1 is no valid JSON: line %2 can&apos;t be read. Export the view again, or mend the line.</source>
        <translation>%1 ist kein gültiges JSON: Zeile %2 ist nicht lesbar. Ansicht neu exportieren oder die Zeile korrigieren.</translation>
    </message>
    <message>
        <source>%1 is JSON, but no view of Podium. Views are the files that Export View writes.</source>
        <translation>%1 ist JSON, aber keine Ansicht von Podium. Ansichten sind die Dateien, die „Ansicht exportieren“ schreibt.</translation>
    </message>
    <message>
        <source>There is more of this kind.</source>
        <translation>Es gibt noch mehr dieser Art.</translation>
    </message>
</context>
<context>
    <name>podium::views::WeightReport</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>1 tensor</source>
        <translation>1 Tensor</translation>
    </message>
    <message>
        <source>%1 tensors</source>
        <translation>%1 Tensoren</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>Not everything could be read: %1. What could is shown.</source>
        <translation>Nicht alles konnte gelesen werden: %1. Das Lesbare wird angezeigt.</translation>
    </message>
    <message>
        <source>Only the first %1 tensors are shown.</source>
        <translation>Nur die ersten %1 Tensoren werden angezeigt.</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>Tensoren</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operatoren</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>protocol %1</source>
        <translation>Protokoll %1</translation>
    </message>
    <message>
        <source>Loading this file would use %1: it can run programs or reach your files. It was not loaded; load it only if you trust who made it.</source>
        <translation>Das Laden dieser Datei würde %1 verwenden: Das kann Programme ausführen oder an die eigenen Dateien gelangen. Sie wurde nicht geladen; nur laden, wenn ihr Urheber vertrauenswürdig ist.</translation>
    </message>
    <message>
        <source>A pickle can run any code when it is loaded. It was not loaded: this is what its instructions say.</source>
        <translation>Ein Pickle kann beim Laden beliebigen Code ausführen. Es wurde nicht geladen: Dies besagen seine Anweisungen.</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Restored states</source>
        <translation>Wiederhergestellte Zustände</translation>
    </message>
    <message>
        <source>Read up to</source>
        <translation>Gelesen bis</translation>
    </message>
    <message>
        <source>byte %1 (%2)</source>
        <translation>Byte %1 (%2)</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Module and name</source>
        <translation>Modul und Name</translation>
    </message>
    <message>
        <source>Opcode</source>
        <translation>Opcode</translation>
    </message>
</context>
<context>
    <name>podium::views::WindowDialogs</name>
    <message>
        <source>Type the name of an action</source>
        <translation>Name einer Aktion eingeben</translation>
    </message>
    <message>
        <source>No action has this name</source>
        <translation>Keine Aktion trägt diesen Namen</translation>
    </message>
    <message>
        <source>Go to a run, an experiment or a model</source>
        <translation>Zu einem Run, Experiment oder Modell springen</translation>
    </message>
    <message>
        <source>Open the folder of an MLflow store</source>
        <translation>Ordner eines MLflow-Stores öffnen</translation>
    </message>
    <message>
        <source>Open a database of MLflow</source>
        <translation>Eine Datenbank von MLflow öffnen</translation>
    </message>
    <message>
        <source>SQLite databases (*.db *.sqlite *.sqlite3 *.db3)</source>
        <translation>SQLite-Datenbanken (*.db *.sqlite *.sqlite3 *.db3)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
</TS>
