/**
 * Turning a point into finished files somewhere else: templates, work folders, and submit, poll,
 * fetch and cancel for every executor.
 */
package org.recastal.jobs;
