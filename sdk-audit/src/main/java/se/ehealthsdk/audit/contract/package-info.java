/** The contracts of the log service and of access control, for those who answer them or call them by hand. */
@NullMarked
package se.ehealthsdk.audit.contract;

import org.jspecify.annotations.NullMarked;
