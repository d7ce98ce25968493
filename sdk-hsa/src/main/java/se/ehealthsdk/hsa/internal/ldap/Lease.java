package se.ehealthsdk.hsa.internal.ldap;

import org.jspecify.annotations.Nullable;

/** The use of a connection, from when it is taken until it is given back or thrown away, once. For one thread at a time. */
final class Lease {

    private final Links links;
    private @Nullable Link link;
    private boolean ended;

    Lease(Links links, Link link) {
        this.links = links;
        this.link = link;
    }

    Link link() {
        if (link == null) {
            throw new IllegalStateException("the connection is gone");
        }
        return link;
    }

    /**
     * Takes a new connection in place of one that turned out dead.
     *
     * @throws se.ehealthsdk.core.error.EHealthException if none can be had
     */
    void replace() {
        Link dead = link();
        link = null;
        links.drop(dead);
        link = links.openAnother();
    }

    /** For a connection that is in order. */
    void giveBack() {
        if (!ended) {
            ended = true;
            links.giveBack(link());
        }
    }

    /** For a connection whose state is not known. */
    void discard() {
        if (!ended) {
            ended = true;
            links.discard(link);
        }
    }
}
