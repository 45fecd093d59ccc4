namespace Good;

public enum GoodMode
{
    Plain,
    Loud,
}
