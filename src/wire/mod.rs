//! The records of the contract as serde structs, converted from and to the model's.
