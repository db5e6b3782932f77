package org.asterism.ostd.paging;

/** Who knows which space the current task uses: the task switcher of a machine. */
public abstract class SpaceActivation {
    /** For subclasses. */
    protected SpaceActivation() {}

    /**
     * Makes a space the current task's.
     *
     * @param space null for none
     */
    public abstract void activate(AddressSpace space);

    /**
     * The current task's space.
     *
     * @return null if it has none
     */
    public abstract AddressSpace active();
}
