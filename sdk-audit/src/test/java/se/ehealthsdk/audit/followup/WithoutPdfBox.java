package se.ehealthsdk.audit.followup;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.stream.Stream;
import se.ehealthsdk.audit.AccessRecord.CareProvider;
import se.ehealthsdk.audit.Sample;
import se.ehealthsdk.core.error.ConfigurationException;
import se.ehealthsdk.core.identifier.HsaId;

/** Prints an extract; loaded by a class loader that has no PDFBox. */
public final class WithoutPdfBox {

    private WithoutPdfBox() {}

    /** What an extract says to that, after it has written its CSV. */
    public static String refusal() throws Exception {
        LogExtract extract =
                LogExtract.of(Sample.PATIENT)
                        .careProvider(CareProvider.of(HsaId.of("SE5565594230-PROV")))
                        .policy(DisclosurePolicy.minimum(OperatorKind.PRIVATE))
                        .madeBy("x")
                        .fromRecords(
                                Stream.of(Sample.reading().build()),
                                LogPeriod.days(
                                        LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        extract.writeCsv(OutputStream.nullOutputStream(), CsvFormat.RFC_4180);
        try {
            extract.writePdf(OutputStream.nullOutputStream());
            return "no refusal";
        } catch (ConfigurationException refused) {
            return refused + " " + refused.remedy();
        }
    }
}
