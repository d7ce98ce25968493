package se.ehealthsdk.examples;

import java.io.PrintStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.examples.CommandLine.UsageException;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.contactcard.CardPublication;
import se.ehealthsdk.hsa.contactcard.CardReadiness;
import se.ehealthsdk.hsa.contactcard.ContactCard;
import se.ehealthsdk.hsa.contactcard.ContactCardCheck;
import se.ehealthsdk.hsa.readiness.Verdict;
import se.ehealthsdk.testkit.NationalServices;

/**
 * The contact card of a unit on 1177, on the command line: what it shows, what is wrong or missing, and when a change made
 * now would be seen. Reads the units of the stand-ins; with an {@link HsaClient} of your own it reads those of HSA.
 *
 * <p>Ends with 0 when every unit is shown, 1 when one is not or nobody can tell, 2 when called wrongly.
 */
public final class CheckContactCard {

    private static final String USAGE =
            String.join(
                    System.lineSeparator(),
                    "CheckContactCard [--html] HSA-ID...     for example TSTNMT2321000156-VE01",
                    "  --html    the card as HTML, for a preview",
                    "Ends with 0 when every unit is shown, 1 when one is not, 2 when called wrongly.");

    private CheckContactCard() {}

    /**
     * @param arguments see the class, or run it without any
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, Instant.now(), System.out, System.err));
    }

    static int run(String[] arguments, Instant at, PrintStream out, PrintStream err) {
        return CommandLine.run(USAGE, err, () -> check(arguments, at, out));
    }

    private static int check(String[] arguments, Instant at, PrintStream out) {
        CommandLine line = CommandLine.parse(arguments, Set.of(), Set.of("--html"));
        if (line.files().isEmpty()) {
            throw new UsageException("There is no HSA-id");
        }
        int status = 0;
        try (NationalServices services = NationalServices.start();
                RivtaClient platform = services.client()) {
            HsaClient hsa = HsaClient.on(platform);
            for (String each : line.files()) {
                if (!shown(hsa, unitId(each), at, line.has("--html"), out)) {
                    status = 1;
                }
            }
        }
        return status;
    }

    private static HsaId unitId(String text) {
        try {
            return HsaId.of(text);
        } catch (InvalidInputException notAnId) {
            throw new UsageException("There is a word that is no HSA-id");
        }
    }

    private static boolean shown(
            HsaClient hsa, HsaId id, Instant at, boolean asHtml, PrintStream out) {
        Optional<Unit> unit = hsa.unit(id);
        unit.map(found -> ContactCard.of(found, at))
                .map(card -> asHtml ? card.html() : card.text())
                .ifPresent(out::println);
        CardReadiness readiness =
                unit.map(found -> ContactCardCheck.standard().check(found, at))
                        .orElseGet(() -> ContactCardCheck.standard().check(hsa, id, at));
        out.println(readiness.report());
        unit.map(found -> CardPublication.visibleAfter(at, found).explanation())
                .ifPresent(out::println);
        return readiness.verdict() == Verdict.READY;
    }
}
