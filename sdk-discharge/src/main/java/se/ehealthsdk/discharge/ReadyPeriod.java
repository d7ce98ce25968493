package se.ehealthsdk.discharge;

import java.util.Optional;

/**
 * From a ready notice until it was taken back, if it was. A new notice begins a new period.
 *
 * @param notice the ready notice, which holds
 * @param withdrawal what took it back; empty while it stands
 */
public record ReadyPeriod(Message notice, Optional<Message> withdrawal) {}
