public class Calculator
{
    public int Add(int left, int right) => left + right;
}
