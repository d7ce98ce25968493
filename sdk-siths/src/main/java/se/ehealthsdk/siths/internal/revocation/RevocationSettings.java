package se.ehealthsdk.siths.internal.revocation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.rivta.HttpProxy;

/**
 * How revocation is found out.
 *
 * @param clock says what is fresh
 * @param skew by how much the services' clocks may be off
 * @param maxAge of an answer or a list that does not say when the next one comes
 * @param nonceRequired whether an OCSP answer must carry the request's nonce
 * @param ocspUrl asked in place of the addresses in certificates; null for those
 * @param addresses from the address in a certificate to the one to ask
 * @param listFiles revocation lists on disk
 * @param listsOnly whether OCSP is left out
 * @param keep how long answers are kept, at most
 * @param keepFailures how long it is remembered that there was no answer
 * @param maxAnswers how many answers are kept
 * @param maxLists how many lists are kept
 * @param proxy the way out; null for none
 * @param connectTimeout for TCP, and again for TLS
 * @param timeout for each request
 */
public record RevocationSettings(
        Clock clock,
        Duration skew,
        Duration maxAge,
        boolean nonceRequired,
        @Nullable URI ocspUrl,
        UnaryOperator<URI> addresses,
        List<Path> listFiles,
        boolean listsOnly,
        Duration keep,
        Duration keepFailures,
        int maxAnswers,
        int maxLists,
        @Nullable HttpProxy proxy,
        Duration connectTimeout,
        Duration timeout) {}
