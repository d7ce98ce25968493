package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.audit.contract.AccessControlResult;
import se.ehealthsdk.audit.contract.CareProviderQuery;
import se.ehealthsdk.audit.contract.PageAnswer;
import se.ehealthsdk.core.error.CallDetails;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.error.RejectedException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Reply;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;

/**
 * Calls one of the services.
 *
 * @param client calls
 * @param chosen the logical address of all calls; that of the environment or the contract if empty
 */
record Service(RivtaClient client, Optional<LogicalAddress> chosen) {

    /** @param byContract the address that the contract prescribes */
    <Q, R> Reply<R> ask(RivtaContract<Q, R> contract, LogicalAddress byContract, Q request) {
        LogicalAddress to =
                chosen.or(() -> client.environment().logicalAddress(contract.domain()))
                        .orElse(byContract);
        return client.exchange(contract, to, request);
    }

    /**
     * Asks a question whose answer is worth nothing unless it was carried out.
     *
     * @param result finds the result block in the answer
     */
    <Q, R> R question(
            RivtaContract<Q, R> contract,
            LogicalAddress byContract,
            Q request,
            Function<R, AccessControlResult> result) {
        Reply<R> reply = ask(contract, byContract, request);
        requireDone(result.apply(reply.message()), reply.details());
        return reply.message();
    }

    /** Registers something new. */
    <Q> Receipt register(
            RivtaContract<Q, AccessControlResult> contract,
            HsaId careProvider,
            String id,
            Q request) {
        Reply<AccessControlResult> reply = ask(contract, LogicalAddress.of(careProvider), request);
        AccessControlResult result = reply.message();
        boolean existedBefore = result.code().equals(AccessControlResult.ALREADYEXISTS);
        if (!existedBefore) {
            requireDone(result, reply.details());
        }
        return new Receipt(id, existedBefore, toShow(result));
    }

    /** Cancels or deletes. */
    <Q> Receipt end(
            RivtaContract<Q, AccessControlResult> contract,
            HsaId careProvider,
            String id,
            Q request) {
        AccessControlResult result =
                question(contract, LogicalAddress.of(careProvider), request, Function.identity());
        return new Receipt(id, false, toShow(result));
    }

    /** Asks for one part after the other until there are no more. */
    <T> Listing<T> all(
            RivtaContract<CareProviderQuery, PageAnswer<T>> contract,
            CareProviderQuery query,
            Function<T, String> identity) {
        Map<String, T> valid = new LinkedHashMap<>();
        Map<String, Cancelled> cancelled = new LinkedHashMap<>();
        CareProviderQuery next = query;
        while (true) {
            Reply<PageAnswer<T>> reply =
                    ask(contract, LogicalAddress.of(query.careProvider()), next);
            PageAnswer<T> page = reply.message();
            requireDone(page.result(), reply.details());
            // a part begins with what came at the very time at which the last one ended
            page.valid().forEach(each -> valid.put(identity.apply(each), each));
            page.cancelled().forEach(each -> cancelled.put(each.id(), each));
            if (!page.hasMore()) {
                cancelled.keySet().forEach(valid::remove);
                return listing(valid.values(), cancelled.values(), page.moreOnOrAfter());
            }
            Instant from = page.moreOnOrAfter();
            if (next.createdOnOrAfter().filter(before -> !from.isAfter(before)).isPresent()) {
                throw new ProtocolException(
                        "The service says that there is more, but not from a later time on",
                        reply.details(),
                        null);
            }
            next =
                    new CareProviderQuery(
                            query.careProvider(), Optional.of(from), query.includeCancelled());
        }
    }

    private static <T> Listing<T> listing(
            Collection<T> valid, Collection<Cancelled> cancelled, Instant next) {
        return new Listing<>(List.copyOf(valid), List.copyOf(cancelled), next);
    }

    /** What {@code INFO} says; other codes have texts for support, not for the user. */
    static Optional<String> toShow(AccessControlResult result) {
        return result.code().equals(AccessControlResult.INFO) ? result.text() : Optional.empty();
    }

    private static void requireDone(AccessControlResult result, @Nullable CallDetails details) {
        if (!result.isDone()) {
            throw new RejectedException(result.code(), result.text().orElse(""), details);
        }
    }
}
