/** The Admin API behind {@link se.ehealthsdk.testkit.admin.AdminServer}: routes, resources, events, and who may call. */
@NullMarked
package se.ehealthsdk.testkit.internal.admin;

import org.jspecify.annotations.NullMarked;
