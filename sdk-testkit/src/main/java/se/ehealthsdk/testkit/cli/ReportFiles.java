package se.ehealthsdk.testkit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.testkit.report.Report;

/** A report as the files that a CI collects. */
final class ReportFiles {

    private ReportFiles() {}

    /**
     * Writes report.xml (JUnit) and report.html.
     *
     * @throws ConfigurationException if nothing can be written there
     */
    static void write(Report report, Path folder, Language language) {
        Report.Language words =
                language == Language.SWEDISH ? Report.Language.SWEDISH : Report.Language.ENGLISH;
        try {
            Files.writeString(folder.resolve("report.xml"), report.toJunitXml());
            Files.writeString(folder.resolve("report.html"), report.toHtml(words));
        } catch (IOException e) {
            throw Folders.notWritable("--report", folder, e);
        }
    }
}
