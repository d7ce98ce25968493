package se.ehealthsdk.testkit.internal.admin;

import se.ehealthsdk.testkit.NationalServices;

/** A workspace: services with a memory of their own, and what the API remembers of them. */
final class Space implements AutoCloseable {

    private final String name;
    private final NationalServices services;
    private final boolean own;
    private final Feed feed;
    private final Receivers receivers = new Receivers();
    private final Tapes tapes = new Tapes();

    /**
     * @param own whether the services are closed with it
     */
    Space(String name, NationalServices services, boolean own) {
        this.name = name;
        this.services = services;
        this.own = own;
        this.feed = new Feed(services);
    }

    String name() {
        return name;
    }

    NationalServices services() {
        return services;
    }

    Feed feed() {
        return feed;
    }

    Receivers receivers() {
        return receivers;
    }

    Tapes tapes() {
        return tapes;
    }

    /** Where its resources are. */
    String path() {
        return name.equals(Spaces.DEFAULT) ? "/api" : "/api/workspaces/" + name;
    }

    /** Tells that something of the API is not as it was. */
    void changed(String resource) {
        feed.changed(resource);
    }

    @Override
    public void close() {
        feed.close();
        tapes.close();
        if (own) {
            services.close();
        }
    }
}
