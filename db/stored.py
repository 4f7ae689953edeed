"""What every stored record has besides its own fields."""

from pydantic import ConfigDict
from sqlmodel import Field, SQLModel


class Stored(SQLModel):
    """What every stored record has besides its own fields."""

    model_config = ConfigDict(frozen=False)  # pyright: ignore[reportAssignmentType] SQLModel sets attributes

    id: int = Field(default=None, primary_key=True)
    reading_id: int = Field(foreign_key="reading.id", index=True)
