/**
 * Version of what server and client say to each other (Board, UnitBoard, Patch, Hello and the join). A test keeps a
 * fingerprint of the shapes beside it: a change that an old page would not understand raises this number.
 */
export const protocolVersion = 3
