namespace Swap;

public enum SwapMode
{
    First,
    Second,
}
