package se.ehealthsdk.hsa.internal.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.hsa.directory.DistinguishedName;
import se.ehealthsdk.hsa.directory.Entries;
import se.ehealthsdk.hsa.internal.directory.RawEntry;

/** Entries through a pool of connections; a search that goes page by page keeps one connection to its end. */
public final class PooledEntrySource implements EntrySource {

    /** How many entries can carry one HSA-id before something else is wrong. */
    private static final int FEW = 10;

    private final Links links;

    public PooledEntrySource(Links links) {
        this.links = links;
    }

    @Override
    public Entries<RawEntry> search(EntryQuery query) {
        return new SearchStream(links, query);
    }

    @Override
    public Optional<RawEntry> find(EntryQuery query) {
        return lookUp(query, 1).stream().findFirst();
    }

    @Override
    public List<RawEntry> few(EntryQuery query) {
        return lookUp(query, FEW);
    }

    private List<RawEntry> lookUp(EntryQuery query, int most) {
        Link link = links.take();
        boolean inOrder = false;
        try {
            LookUp first = new LookUp(query, most, link);
            if (!link.isFresh() && first.isLost() && !links.isClosed()) {
                // the connection may have been dead for long, and reading may be done again
                Link dead = link;
                link = null;
                link = links.replace(dead);
                first = new LookUp(query, most, link);
            }
            inOrder = first.isAnswered();
            return first.answer();
        } finally {
            if (link != null && inOrder) {
                links.giveBack(link);
            } else if (link != null) {
                links.discard(link);
            }
        }
    }

    /** One look-up. */
    private final class LookUp {

        private static final String OPERATION = "look-up";

        private final EntryQuery query;
        private final int most;
        private final Endpoint from;
        private final List<SearchResultEntry> found = new ArrayList<>();
        private @Nullable LDAPException failure;
        private boolean referred;
        private boolean answered;

        LookUp(EntryQuery query, int most, Link link) {
            this.query = query;
            this.most = most;
            this.from = link.endpoint();
            try {
                ask(link);
            } catch (LDAPException e) {
                failure = e;
                answered = !e.getResultCode().isClientSideResultCode();
            }
        }

        private void ask(Link link) throws LDAPException {
            Answer answer = Answer.to(query, most + 1, link, links.settings());
            // a server may send more than it was asked for; what is left stays unread
            while (found.size() <= most + 1 && !answered) {
                Optional<SearchResultEntry> next = answer.next();
                next.filter(each -> !isBase(query, each)).ifPresent(found::add);
                answered = next.isEmpty();
            }
            answer.ignore();
            referred = answer.isReferred();
        }

        /** Whether the connection is as it was before. */
        boolean isAnswered() {
            return answered;
        }

        boolean isLost() {
            return failure != null && SearchFailures.isLost(failure);
        }

        List<RawEntry> answer() {
            if (found.size() > most) {
                throw new ProtocolException(
                        from
                                + ": "
                                + OPERATION
                                + ": the directory has several entries where there can be "
                                + (most == 1 ? "one" : most),
                        null,
                        null);
            }
            if (failure != null) {
                return withoutSuccess(failure);
            }
            if (found.isEmpty() && referred) {
                throw SearchFailures.referred(from, OPERATION);
            }
            return found.stream().<RawEntry>map(SearchEntry::new).toList();
        }

        private List<RawEntry> withoutSuccess(LDAPException why) {
            if (why.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                if (query.scope() == EntryQuery.Scope.BASE) {
                    return List.of();
                }
                throw SearchFailures.noBase(from, query.base(), why);
            }
            if (links.isClosed()) {
                throw SearchFailures.closed(why);
            }
            throw SearchFailures.of(from, OPERATION, why);
        }
    }

    /** Whether an entry is the base of a search for what is below. */
    static boolean isBase(EntryQuery query, SearchResultEntry entry) {
        return query.scope() == EntryQuery.Scope.BELOW
                && steps(entry.getDN()) <= query.base().depth()
                && DistinguishedName.tryParse(entry.getDN())
                        .filter(query.base()::equals)
                        .isPresent();
    }

    /** A name's depth, without the cost of reading it: only the base has that of the base. */
    private static int steps(String name) {
        int steps = 1;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ',') {
                steps++;
            }
        }
        return steps;
    }
}
